# How many workers: by AWS' rule for queues, backlog per instance, aiming at
# acceptable wait / seconds a job. Jobs in work count too, or the group would shrink under them.

locals {
  backlog_target = var.acceptable_wait_seconds / var.seconds_per_job

  # Metrics that are silent for a while (an idle queue, a group that was never started) are filled,
  # and a group of none is counted as one, so that the first job starts the first worker.
  backlog_metrics = {
    visible = {
      label      = "Jobs waiting"
      namespace  = "AWS/SQS"
      metric     = "ApproximateNumberOfMessagesVisible"
      stat       = "Sum"
      dimensions = { QueueName = var.jobs_queue.name }
    }
    bulk_visible = {
      label      = "Jobs waiting, bulk"
      namespace  = "AWS/SQS"
      metric     = "ApproximateNumberOfMessagesVisible"
      stat       = "Sum"
      dimensions = { QueueName = "${var.jobs_queue.name}-bulk" }
    }
    hidden = {
      label      = "Jobs in work"
      namespace  = "AWS/SQS"
      metric     = "ApproximateNumberOfMessagesNotVisible"
      stat       = "Sum"
      dimensions = { QueueName = var.jobs_queue.name }
    }
    bulk_hidden = {
      label      = "Jobs in work, bulk"
      namespace  = "AWS/SQS"
      metric     = "ApproximateNumberOfMessagesNotVisible"
      stat       = "Sum"
      dimensions = { QueueName = "${var.jobs_queue.name}-bulk" }
    }
    instances = {
      label      = "Workers in service"
      namespace  = "AWS/AutoScaling"
      metric     = "GroupInServiceInstances"
      stat       = "Average"
      dimensions = { AutoScalingGroupName = aws_autoscaling_group.this.name }
    }
  }

  backlog_expression = join("", [
    "${var.backlog_share} * (FILL(visible, 0) + FILL(hidden, 0) + FILL(bulk_visible, 0) + FILL(bulk_hidden, 0))",
    " / IF(FILL(instances, 1) < 1, 1, FILL(instances, 1))",
  ])
}

resource "aws_autoscaling_policy" "backlog" {
  name                   = "backlog-per-instance"
  autoscaling_group_name = aws_autoscaling_group.this.name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = local.backlog_target

    customized_metric_specification {
      dynamic "metrics" {
        for_each = local.backlog_metrics

        content {
          id          = metrics.key
          label       = metrics.value.label
          return_data = false

          metric_stat {
            stat = metrics.value.stat

            metric {
              namespace   = metrics.value.namespace
              metric_name = metrics.value.metric

              dynamic "dimensions" {
                for_each = metrics.value.dimensions

                content {
                  name  = dimensions.key
                  value = dimensions.value
                }
              }
            }
          }
        }
      }

      metrics {
        id          = "backlog"
        label       = "Jobs per worker"
        expression  = local.backlog_expression
        return_data = true
      }
    }
  }
}

# Target tracking waits for three minutes; a crowd does not. Whichever asks for more wins.
resource "aws_autoscaling_policy" "rush" {
  name                      = "rush"
  autoscaling_group_name    = aws_autoscaling_group.this.name
  policy_type               = "StepScaling"
  adjustment_type           = "PercentChangeInCapacity"
  metric_aggregation_type   = "Maximum"
  min_adjustment_magnitude  = 2
  estimated_instance_warmup = var.warm_up_seconds

  step_adjustment {
    metric_interval_lower_bound = 0
    scaling_adjustment          = 100
  }
}

resource "aws_cloudwatch_metric_alarm" "rush" {
  alarm_name          = "${module.machine.full_name}-rush"
  alarm_description   = "Five times the backlog that the workers are meant to have: doubles them"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 5 * local.backlog_target
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_autoscaling_policy.rush.arn]

  dynamic "metric_query" {
    for_each = local.backlog_metrics

    content {
      id          = metric_query.key
      label       = metric_query.value.label
      return_data = false

      metric {
        namespace   = metric_query.value.namespace
        metric_name = metric_query.value.metric
        stat        = metric_query.value.stat
        period      = 60
        dimensions  = metric_query.value.dimensions
      }
    }
  }

  metric_query {
    id          = "backlog"
    label       = "Jobs per worker"
    expression  = local.backlog_expression
    return_data = true
  }
}
