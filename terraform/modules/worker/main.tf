# A group of workers: one kind of machine, CPU or GPU, any number of them, mostly spot.

locals {
  part       = "worker-${var.accelerator}"
  drain_hook = "drain"

  # Without it an instance for the warm pool could be stopped while it still installs itself.
  launch_hook = var.warm_pool_size == 0 ? null : "launch"

  # The worker hears of its machine's end by itself, and has the time between a spot notice and the
  # end (120 s): 70 s to finish, 10 s to hand back, and the watch's 5 s before it says that it is done.
  settings = {
    WORKER_EXECUTION_PROVIDER      = var.accelerator == "gpu" ? "cuda" : "cpu"
    WORKER_DRAIN_METADATA_ENDPOINT = "http://169.254.169.254"
    WORKER_QUEUE_GRACE_TIME        = "PT70S"
    WORKER_PROTECTION_GROUP        = "${var.name}-${local.part}"
  }

  accelerators = {
    cpu = {
      ami_parameter  = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"
      docker_options = []
    }
    gpu = {
      ami_parameter  = "/aws/service/ecs/optimized-ami/amazon-linux-2023/gpu/recommended/image_id"
      docker_options = ["--gpus", "all"]
    }
  }
}

module "machine" {
  source = "../machine"

  name                    = var.name
  part                    = local.part
  vpc_id                  = var.vpc_id
  public_address          = var.public_address
  instance_type           = var.instance_types[0]
  ami_parameter           = local.accelerators[var.accelerator].ami_parameter
  docker_options          = local.accelerators[var.accelerator].docker_options
  volume_gb               = var.volume_gb
  image                   = var.image
  repository_arn          = var.repository_arn
  environment             = merge(var.environment, local.settings)
  policy_json             = data.aws_iam_policy_document.work.json
  cache_secret_arn        = var.cache.password_secret_arn
  cache_security_group_id = var.cache.security_group_id
  drain_hook              = local.drain_hook
  launch_hook             = local.launch_hook
}

resource "aws_autoscaling_group" "this" {
  name                      = module.machine.full_name
  min_size                  = var.min_size
  max_size                  = var.max_size
  vpc_zone_identifier       = var.subnet_ids
  health_check_type         = "EC2"
  health_check_grace_period = 240
  default_instance_warmup   = var.warm_up_seconds
  capacity_rebalance        = var.warm_pool_size == 0
  enabled_metrics           = ["GroupInServiceInstances", "GroupDesiredCapacity", "GroupMaxSize"]

  # Spot and several types, so that one type that is short does not stop the work.
  dynamic "mixed_instances_policy" {
    for_each = var.warm_pool_size == 0 ? [1] : []

    content {
      instances_distribution {
        on_demand_base_capacity                  = var.on_demand_base
        on_demand_percentage_above_base_capacity = 100 - var.spot_percentage
        spot_allocation_strategy                 = "price-capacity-optimized"
      }

      launch_template {
        launch_template_specification {
          launch_template_id = module.machine.launch_template.id
          version            = module.machine.launch_template.version
        }

        dynamic "override" {
          for_each = var.instance_types

          content {
            instance_type = override.value
          }
        }
      }
    }
  }

  # A warm pool knows one type on demand only.
  dynamic "launch_template" {
    for_each = var.warm_pool_size == 0 ? [] : [1]

    content {
      id      = module.machine.launch_template.id
      version = module.machine.launch_template.version
    }
  }

  dynamic "warm_pool" {
    for_each = var.warm_pool_size == 0 ? [] : [1]

    content {
      pool_state                  = "Stopped"
      min_size                    = var.warm_pool_size
      max_group_prepared_capacity = var.max_size
    }
  }

  # The worker finishes or hands back what it holds within 85 s; the rest is margin. When nothing
  # is heard the instance goes all the same: SQS gives its job to another.
  initial_lifecycle_hook {
    name                 = local.drain_hook
    lifecycle_transition = "autoscaling:EC2_INSTANCE_TERMINATING"
    heartbeat_timeout    = 120
    default_result       = "CONTINUE"
  }

  dynamic "initial_lifecycle_hook" {
    for_each = local.launch_hook == null ? [] : [local.launch_hook]

    content {
      name                 = initial_lifecycle_hook.value
      lifecycle_transition = "autoscaling:EC2_INSTANCE_LAUNCHING"
      heartbeat_timeout    = 900
      default_result       = "ABANDON"
    }
  }

  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 90
      max_healthy_percentage = 120
      instance_warmup        = var.warm_up_seconds
      auto_rollback          = true
      # Who works on a longer job protects itself until it is done.
      scale_in_protected_instances = "Wait"
    }
  }
}
