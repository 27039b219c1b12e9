# What a worker does: it reads pictures and records, writes results, records and checkpoints, and
# takes its messages away; it puts a fresh message in the place of one that it hands back.

data "aws_iam_policy_document" "work" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["${var.storage.bucket_arn}/*"]
  }

  statement {
    sid     = "Write"
    actions = ["s3:PutObject"]

    resources = [
      for prefix in ["results", "jobs", "images", "checkpoints", "pending"] : "${var.storage.bucket_arn}/${prefix}/*"
    ]
  }

  # Results are sent in parts as they are made; those of a job that was stopped go.
  statement {
    sid       = "GiveUp"
    actions   = ["s3:AbortMultipartUpload"]
    resources = ["${var.storage.bucket_arn}/results/*"]
  }

  # Checkpoints that are not needed any more; whatever else a job leaves, the API erases.
  statement {
    sid       = "TidyUp"
    actions   = ["s3:DeleteObject"]
    resources = ["${var.storage.bucket_arn}/checkpoints/*"]
  }

  # Without it S3 says forbidden, not missing, of an object that is not there.
  statement {
    sid       = "MissingIsMissing"
    actions   = ["s3:ListBucket"]
    resources = [var.storage.bucket_arn]
  }

  statement {
    sid = "TakeJobs"

    actions = [
      "sqs:ChangeMessageVisibility",
      "sqs:DeleteMessage",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ReceiveMessage",
      "sqs:SendMessage",
    ]

    resources = [var.jobs_queue.arn, "${var.jobs_queue.arn}-bulk"]
  }

  # It buries what cannot be done, and reads the letters that SQS put there to tell their owners.
  statement {
    sid       = "DeadLetters"
    actions   = ["sqs:ChangeMessageVisibility", "sqs:GetQueueUrl", "sqs:ReceiveMessage", "sqs:SendMessage"]
    resources = [var.dead_letter_queue_arn]
  }
}
