# Everything in three zones; workers on demand for the quiet hours and spot for the rest.

# The repositories come first, since instances pull from them: terraform apply -target=module.registry, once.
module "registry" {
  source = "../../modules/registry"
}

module "ai_upscale" {
  source = "../.."

  certificate_arn     = var.certificate_arn
  client_cidrs        = var.client_cidrs
  alarm_addresses     = var.alarm_addresses
  deletion_protection = true

  network = {
    zones               = 3
    instance_zones      = 3
    nat_gateways        = 3
    interface_endpoints = ["sqs", "logs", "ecr.api", "ecr.dkr", "secretsmanager", "monitoring", "autoscaling"]
  }

  cache = {
    node_type = "cache.t4g.small"
    replicas  = 1
  }

  api = {
    image          = "${module.registry.repositories["api"].url}:${var.release}"
    repository_arn = module.registry.repositories["api"].arn
    instance_type  = "m7a.medium"
    min_size       = 3
    max_size       = 12
  }

  workers = {
    cpu = {
      image           = "${module.registry.repositories["worker"].url}:${var.release}"
      repository_arn  = module.registry.repositories["worker"].arn
      instance_types  = ["c7a.xlarge", "c7i.xlarge", "c6a.xlarge", "c6i.xlarge"]
      min_size        = 2
      max_size        = 50
      on_demand_base  = 2
      seconds_per_job = 5
    }
  }
}
