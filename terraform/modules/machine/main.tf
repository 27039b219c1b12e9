# What an instance of the service is: an image run by Docker with no more rights than it needs, and
# a launch template that starts it. The role and the network rules are in the files beside this.

data "aws_region" "here" {}

# The newest machine image: with each apply security fixes come in, as an instance refresh.
data "aws_ssm_parameter" "ami" {
  name = var.ami_parameter
}

locals {
  full_name = "${var.name}-${var.part}"
  registry  = split("/", var.image)[0]

  environment = merge(var.environment, {
    AWS_REGION        = data.aws_region.here.region
    QUARKUS_HTTP_PORT = "8080"
  })
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/${var.name}/${var.part}"
  retention_in_days = var.log_retention_days
}

resource "aws_launch_template" "this" {
  name                   = local.full_name
  image_id               = data.aws_ssm_parameter.ami.insecure_value
  instance_type          = var.instance_type
  update_default_version = true

  user_data = base64encode(templatefile("${path.module}/start.sh.tftpl", {
    region         = data.aws_region.here.region
    registry       = local.registry
    image          = var.image
    environment    = local.environment
    secret_arn     = var.cache_secret_arn
    log_group      = aws_cloudwatch_log_group.this.name
    group_name     = local.full_name
    drain_hook     = var.drain_hook
    launch_hook    = var.launch_hook
    docker_options = join(" ", var.docker_options)
  }))

  iam_instance_profile {
    arn = aws_iam_instance_profile.this.arn
  }

  # IMDSv2 only, and not from beyond the instance itself.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  network_interfaces {
    associate_public_ip_address = var.public_address
    security_groups             = [aws_security_group.this.id]
    delete_on_termination       = true
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = var.volume_gb
      encrypted             = true
      delete_on_termination = true
    }
  }

  monitoring {
    enabled = true
  }

  tag_specifications {
    resource_type = "instance"

    tags = { Name = local.full_name }
  }
}
