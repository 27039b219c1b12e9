output "load_balancer" {
  description = "Name and hosted zone of the load balancer: what the service's own name points to; and its ARN, for a web ACL."
  value       = module.ai_upscale.load_balancer
}

output "repositories" {
  description = "Where the images are pushed to."
  value       = { for part, repository in module.registry.repositories : part => repository.url }
}

output "groups" {
  description = "Names of the Auto Scaling groups."
  value       = module.ai_upscale.groups
}
