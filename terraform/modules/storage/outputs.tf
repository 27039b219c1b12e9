output "bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.bucket
}

output "bucket_arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
}

output "endpoint" {
  description = "S3's address in the bucket's region, as clients reach it."
  value       = "https://${trimprefix(aws_s3_bucket.this.bucket_regional_domain_name, "${aws_s3_bucket.this.bucket}.")}"
}
