# What the API does: it writes uploads and records, reads all, and erases what its owner deletes. The
# addresses of the store that it gives to clients let each do one of these things.

data "aws_iam_policy_document" "work" {
  statement {
    sid       = "Objects"
    actions   = ["s3:GetObject", "s3:DeleteObject"]
    resources = ["${var.storage.bucket_arn}/*"]
  }

  statement {
    sid     = "UploadsAndRecords"
    actions = ["s3:PutObject"]

    resources = [
      for prefix in ["originals", "sources", "images", "jobs", "pending", "callbacks", "uploads"] : "${var.storage.bucket_arn}/${prefix}/*"
    ]
  }

  # Without it S3 says forbidden, not missing, of an object that is not there.
  statement {
    sid       = "MissingIsMissing"
    actions   = ["s3:ListBucket"]
    resources = [var.storage.bucket_arn]
  }

  statement {
    sid       = "SendJobs"
    actions   = ["sqs:GetQueueUrl", "sqs:GetQueueAttributes", "sqs:SendMessage"]
    resources = [var.jobs_queue_arn, "${var.jobs_queue_arn}-bulk"]
  }

  # CloudWatch knows no resources; the namespace is the bound.
  statement {
    sid       = "TellTheLoad"
    actions   = ["cloudwatch:PutMetricData"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "cloudwatch:namespace"
      values   = [var.environment["API_METRICS_NAMESPACE"]]
    }
  }
}
