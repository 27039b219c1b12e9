output "group_name" {
  description = "Name of the Auto Scaling group."
  value       = aws_autoscaling_group.this.name
}

output "backlog_target" {
  description = "Jobs per worker that scaling aims at."
  value       = local.backlog_target
}
