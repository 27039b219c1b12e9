# The API: stateless instances behind a load balancer, as many as the requests need.

module "machine" {
  source = "../machine"

  name                    = var.name
  part                    = "api"
  vpc_id                  = var.vpc_id
  public_address          = var.public_address
  instance_type           = var.instance_type
  image                   = var.image
  repository_arn          = var.repository_arn
  environment             = var.environment
  policy_json             = data.aws_iam_policy_document.work.json
  cache_secret_arn        = var.cache.password_secret_arn
  cache_security_group_id = var.cache.security_group_id
}

resource "aws_vpc_security_group_ingress_rule" "from_load_balancer" {
  description                  = "The load balancer"
  security_group_id            = module.machine.security_group_id
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
}

resource "aws_autoscaling_group" "this" {
  name                      = module.machine.full_name
  min_size                  = var.min_size
  max_size                  = var.max_size
  vpc_zone_identifier       = var.subnet_ids
  target_group_arns         = [aws_lb_target_group.this.arn]
  health_check_type         = "ELB"
  health_check_grace_period = 240
  default_instance_warmup   = 120
  enabled_metrics           = ["GroupInServiceInstances", "GroupDesiredCapacity", "GroupMaxSize"]

  launch_template {
    id      = module.machine.launch_template.id
    version = module.machine.launch_template.version
  }

  # A new image or setting replaces the instances, one healthy one at a time.
  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 100
      max_healthy_percentage = 150
      instance_warmup        = 120
      auto_rollback          = true
    }
  }
}

resource "aws_autoscaling_policy" "requests" {
  name                   = "requests"
  autoscaling_group_name = aws_autoscaling_group.this.name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = var.requests_per_minute

    predefined_metric_specification {
      predefined_metric_type = "ALBRequestCountPerTarget"
      resource_label         = "${aws_lb.this.arn_suffix}/${aws_lb_target_group.this.arn_suffix}"
    }
  }
}
