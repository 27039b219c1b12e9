# Everything in three zones; workers on demand for the quiet hours and spot for the rest.

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
    interface_endpoints = ["sqs", "logs", "ecr.api", "ecr.dkr", "secretsmanager"]
  }

  cache = {
    node_type = "cache.t4g.small"
    replicas  = 1
  }

  api = {
    image          = "${aws_ecr_repository.this["api"].repository_url}:${var.release}"
    repository_arn = aws_ecr_repository.this["api"].arn
    instance_type  = "m7a.medium"
    min_size       = 3
    max_size       = 12
  }

  workers = {
    cpu = {
      image                   = "${aws_ecr_repository.this["worker"].repository_url}:${var.release}"
      repository_arn          = aws_ecr_repository.this["worker"].arn
      instance_types          = ["c7a.xlarge", "c7i.xlarge", "c6a.xlarge", "c6i.xlarge"]
      min_size                = 2
      max_size                = 50
      on_demand_base          = 2
      seconds_per_job         = 5
      acceptable_wait_seconds = 60
    }
  }
}
