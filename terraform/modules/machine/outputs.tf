output "full_name" {
  description = "NAME-PART: what the group of these machines must be called."
  value       = local.full_name
}

output "launch_template" {
  description = "Id and latest version of the launch template."
  value = {
    id      = aws_launch_template.this.id
    version = aws_launch_template.this.latest_version
  }
}

output "security_group_id" {
  description = "Group of the instances."
  value       = aws_security_group.this.id
}
