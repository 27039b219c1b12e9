# What is deleted by itself. Records go with the results that they tell of, so that no record
# promises a result that has expired.

locals {
  expiry_days = merge(
    { "checkpoints/" = 1, "uploads/" = 1 },
    var.originals_days == 0 ? {} : { "originals/" = var.originals_days, "sources/" = var.originals_days },
    var.results_days == 0 ? {} : { "results/" = var.results_days, "jobs/" = var.results_days, "images/" = var.results_days },
  )
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    id     = "unfinished-uploads"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }

  dynamic "rule" {
    for_each = local.expiry_days

    content {
      id     = "expire-${trimsuffix(rule.key, "/")}"
      status = "Enabled"

      filter {
        prefix = rule.key
      }

      expiration {
        days = rule.value
      }
    }
  }

  # Also when undelete_days is 0: versions may be left from when it was not.
  rule {
    id     = "forget-old-versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = max(1, var.undelete_days)
    }

    expiration {
      expired_object_delete_marker = true
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}
