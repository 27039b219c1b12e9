output "repositories" {
  description = "Address and ARN of the repository of each part."
  value       = { for part, repository in aws_ecr_repository.this : part => { url = repository.repository_url, arn = repository.arn } }
}
