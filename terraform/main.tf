# AI Upscale in AWS: how the parts are put together. Sizes are chosen by whoever uses this;
# examples/small and examples/production do.

locals {
  # Without a NAT gateway the only way out is an address of the instance's own. Nothing comes in by
  # it: the security groups let in the load balancer alone.
  public_address = var.network.nat_gateways == 0
  subnets        = local.public_address ? module.network.public_subnet_ids : module.network.private_subnet_ids
  subnet_ids     = slice(local.subnets, 0, var.network.instance_zones)

  environment = {
    UPSCALE_BUCKET            = module.storage.bucket
    UPSCALE_QUEUE             = module.queue.jobs.name
    UPSCALE_DEAD_LETTER_QUEUE = module.queue.dead_letters.name
    UPSCALE_REDIS_URL         = module.cache.url
    UPSCALE_MAX_ATTEMPTS      = tostring(module.queue.max_receive_count)
  }

  cache = {
    password_secret_arn = module.cache.password_secret_arn
    security_group_id   = module.cache.security_group_id
  }

  storage = { bucket_arn = module.storage.bucket_arn }

  api_environment = merge(
    local.environment,
    {
      API_BEHIND_PROXY            = "true"
      API_METRICS_NAMESPACE       = local.metrics_namespace
      API_METRICS_ACCEPTABLE_WAIT = "PT${var.acceptable_wait_seconds}S"
    },
    var.storage.open_to_clients ? { API_DIRECT_ENDPOINT = module.storage.endpoint } : {},
  )

  metrics_namespace = "AIUpscale"
}

module "network" {
  source = "./modules/network"

  name                = var.name
  zones               = var.network.zones
  nat_gateways        = var.network.nat_gateways
  interface_endpoints = var.network.interface_endpoints
}

module "storage" {
  source = "./modules/storage"

  name           = var.name
  originals_days = var.storage.originals_days
  results_days   = var.storage.results_days
  undelete_days  = var.storage.undelete_days
  force_destroy  = var.storage.force_destroy
}

module "queue" {
  source = "./modules/queue"

  name = var.name
}

module "cache" {
  source = "./modules/cache"

  name       = var.name
  vpc_id     = module.network.vpc_id
  subnet_ids = module.network.private_subnet_ids
  node_type  = var.cache.node_type
  replicas   = var.cache.replicas
}

module "api" {
  source = "./modules/api"

  name                = var.name
  vpc_id              = module.network.vpc_id
  public_subnet_ids   = module.network.public_subnet_ids
  subnet_ids          = local.subnet_ids
  public_address      = local.public_address
  certificate_arn     = var.certificate_arn
  client_cidrs        = var.client_cidrs
  image               = var.api.image
  repository_arn      = var.api.repository_arn
  instance_type       = var.api.instance_type
  min_size            = var.api.min_size
  max_size            = var.api.max_size
  requests_per_minute = var.api.requests_per_minute
  deletion_protection = var.deletion_protection
  environment         = local.api_environment
  cache               = local.cache
  storage             = local.storage
  jobs_queue_arn      = module.queue.jobs.arn
}

module "worker" {
  source   = "./modules/worker"
  for_each = var.workers

  name                    = var.name
  accelerator             = each.key
  vpc_id                  = module.network.vpc_id
  subnet_ids              = local.subnet_ids
  public_address          = local.public_address
  image                   = each.value.image
  repository_arn          = each.value.repository_arn
  instance_types          = each.value.instance_types
  min_size                = each.value.min_size
  max_size                = each.value.max_size
  on_demand_base          = each.value.on_demand_base
  spot_percentage         = each.value.spot_percentage
  warm_pool_size          = each.value.warm_pool_size
  seconds_per_job         = each.value.seconds_per_job
  acceptable_wait_seconds = var.acceptable_wait_seconds
  work_share              = each.value.work_share
  metrics_namespace       = local.metrics_namespace
  volume_gb               = each.value.volume_gb
  environment             = local.environment
  cache                   = local.cache
  storage                 = local.storage
  jobs_queue              = module.queue.jobs
  dead_letter_queue_arn   = module.queue.dead_letters.arn
}

module "observability" {
  source = "./modules/observability"

  name                   = var.name
  alarm_addresses        = var.alarm_addresses
  jobs_queue_name        = module.queue.jobs.name
  dead_letter_queue_name = module.queue.dead_letters.name
  load_balancer          = module.api.load_balancer
  group_names            = concat([module.api.group_name], [for group in module.worker : group.group_name])
  longest_wait_seconds   = var.longest_wait_seconds
  metrics_namespace      = local.metrics_namespace
}
