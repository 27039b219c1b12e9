# What wakes somebody up: each alarm is something that a user notices or will.

resource "aws_sns_topic" "alarms" {
  name = "${var.name}-alarms"
}

resource "aws_sns_topic_subscription" "mail" {
  for_each = var.alarm_addresses

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = each.value
}

locals {
  load_balancer = { LoadBalancer = var.load_balancer.arn_suffix }
  target_group  = merge(local.load_balancer, { TargetGroup = var.load_balancer.target_group_arn_suffix })

  alarms = {
    waiting = {
      description = "Jobs wait longer than was promised"
      namespace   = "AWS/SQS"
      metric      = "ApproximateAgeOfOldestMessage"
      dimensions  = { QueueName = var.jobs_queue_name }
      stat        = "Maximum"
      threshold   = var.longest_wait_seconds
      minutes     = 5
    }
    api-errors = {
      description = "The API answers with errors of its own"
      namespace   = "AWS/ApplicationELB"
      metric      = "HTTPCode_Target_5XX_Count"
      dimensions  = local.load_balancer
      stat        = "Sum"
      threshold   = var.errors_per_minute
      minutes     = 3
    }
    load-balancer-errors = {
      description = "The load balancer finds no instance that answers"
      namespace   = "AWS/ApplicationELB"
      metric      = "HTTPCode_ELB_5XX_Count"
      dimensions  = local.load_balancer
      stat        = "Sum"
      threshold   = var.errors_per_minute
      minutes     = 3
    }
    unhealthy = {
      description = "An instance of the API is not ready"
      namespace   = "AWS/ApplicationELB"
      metric      = "UnHealthyHostCount"
      dimensions  = local.target_group
      stat        = "Maximum"
      threshold   = 0
      minutes     = 5
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.stat
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  period              = 60
  evaluation_periods  = each.value.minutes
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
