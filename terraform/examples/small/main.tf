# Cheap: instances in one zone with addresses of their own instead of NAT, one API, workers that
# may all be gone while nothing waits. A zone's failure stops it; no picture is lost by that.

# The repositories come first, since instances pull from them: terraform apply -target=module.registry, once.
module "registry" {
  source = "../../modules/registry"
}

module "ai_upscale" {
  source = "../.."

  certificate_arn = var.certificate_arn
  client_cidrs    = var.client_cidrs
  alarm_addresses = var.alarm_addresses

  acceptable_wait_seconds = 120

  network = {
    zones          = 2
    instance_zones = 1
    nat_gateways   = 0
    # S3's gateway endpoint is free; SQS' would cost more a month than all that this sends through it.
    interface_endpoints = []
  }

  api = {
    image          = "${module.registry.repositories["api"].url}:${var.release}"
    repository_arn = module.registry.repositories["api"].arn
    min_size       = 1
    max_size       = 2
  }

  workers = {
    cpu = {
      image           = "${module.registry.repositories["worker"].url}:${var.release}"
      repository_arn  = module.registry.repositories["worker"].arn
      instance_types  = ["c7a.large", "c6a.large", "c5a.large"]
      min_size        = 0
      max_size        = 3
      on_demand_base  = 0
      seconds_per_job = 10
    }
  }
}
