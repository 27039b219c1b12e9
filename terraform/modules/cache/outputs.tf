output "url" {
  description = "Where the cache is, without its password."
  value       = "rediss://${aws_elasticache_replication_group.this.primary_endpoint_address}:6379"
}

output "password_secret_arn" {
  description = "ARN of the secret with the password."
  value       = aws_secretsmanager_secret.password.arn

  # Whoever knows the address may read it at once.
  depends_on = [aws_secretsmanager_secret_version.password]
}

output "security_group_id" {
  description = "Group of the cache; its users add a rule to it."
  value       = aws_security_group.this.id
}
