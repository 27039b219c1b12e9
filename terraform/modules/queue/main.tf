# The two lanes of jobs, and the dead-letter queue for what three workers could not do.

resource "aws_sqs_queue" "dead_letters" {
  name                      = "${var.name}-jobs-dead"
  message_retention_seconds = 14 * 24 * 3600
  sqs_managed_sse_enabled   = true
}

# The front lane, and the one for large jobs and for what a client sends beyond its share: the name of
# the second is the first's with -bulk after it, by which the services know it.
resource "aws_sqs_queue" "jobs" {
  for_each = { front = "", bulk = "-bulk" }

  name                       = "${var.name}-jobs${each.value}"
  message_retention_seconds  = var.retention_days * 24 * 3600
  receive_wait_time_seconds  = 20
  visibility_timeout_seconds = 60
  sqs_managed_sse_enabled    = true

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letters.arn
    maxReceiveCount     = var.max_receive_count
  })
}

resource "aws_sqs_queue_redrive_allow_policy" "dead_letters" {
  queue_url = aws_sqs_queue.dead_letters.id

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [for queue in aws_sqs_queue.jobs : queue.arn]
  })
}

locals {
  queues = {
    jobs         = aws_sqs_queue.jobs["front"]
    bulk         = aws_sqs_queue.jobs["bulk"]
    dead_letters = aws_sqs_queue.dead_letters
  }
}

data "aws_iam_policy_document" "tls_only" {
  for_each = local.queues

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [each.value.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sqs_queue_policy" "tls_only" {
  for_each = local.queues

  queue_url = each.value.id
  policy    = data.aws_iam_policy_document.tls_only[each.key].json
}
