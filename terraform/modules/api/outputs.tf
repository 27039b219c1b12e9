output "dns_name" {
  description = "Name of the load balancer: what the service's own name points to."
  value       = aws_lb.this.dns_name
}

output "zone_id" {
  description = "Hosted zone of that name, for an alias record."
  value       = aws_lb.this.zone_id
}

output "load_balancer_arn" {
  description = "ARN of the load balancer: what a web ACL is attached to."
  value       = aws_lb.this.arn
}

output "load_balancer" {
  description = "What the load balancer and its target group are called in CloudWatch."
  value = {
    arn_suffix              = aws_lb.this.arn_suffix
    target_group_arn_suffix = aws_lb_target_group.this.arn_suffix
  }
}

output "group_name" {
  description = "Name of the Auto Scaling group."
  value       = aws_autoscaling_group.this.name
}
