output "load_balancer" {
  description = "Name and hosted zone of the load balancer: what the service's own name points to; and its ARN, for a web ACL."
  value = {
    arn      = module.api.load_balancer_arn
    dns_name = module.api.dns_name
    zone_id  = module.api.zone_id
  }
}

output "bucket" {
  description = "Bucket that holds everything durable."
  value       = module.storage.bucket
}

output "queues" {
  description = "Names of the jobs queue and of the dead-letter queue."
  value = {
    jobs         = module.queue.jobs.name
    dead_letters = module.queue.dead_letters.name
  }
}

output "groups" {
  description = "Names of the Auto Scaling groups."
  value = {
    api     = module.api.group_name
    workers = { for accelerator, group in module.worker : accelerator => group.group_name }
  }
}

output "alarms_topic_arn" {
  description = "ARN of the topic that alarms go to."
  value       = module.observability.alarms_topic_arn
}
