# How many workers: predicted seconds of work for each instance, which the API tells every 15 s
# (class LoadReport), aiming at the acceptable wait. Where the API says nothing, AWS' rule for queues
# takes its place: jobs on the queue, those in work included, times the usual seconds of a job.

locals {
  predicted = {
    predicted = {
      label      = "Predicted seconds of work"
      namespace  = var.metrics_namespace
      metric     = "PredictedWorkSeconds"
      stat       = "Maximum"
      dimensions = { QueueName = var.jobs_queue.name }
    }
  }

  counted = {
    for id, jobs in {
      visible      = { label = "Jobs waiting", metric = "ApproximateNumberOfMessagesVisible", queue = var.jobs_queue.name }
      bulk_visible = { label = "Jobs waiting, bulk", metric = "ApproximateNumberOfMessagesVisible", queue = "${var.jobs_queue.name}-bulk" }
      hidden       = { label = "Jobs in work", metric = "ApproximateNumberOfMessagesNotVisible", queue = var.jobs_queue.name }
      bulk_hidden  = { label = "Jobs in work, bulk", metric = "ApproximateNumberOfMessagesNotVisible", queue = "${var.jobs_queue.name}-bulk" }
      } : id => {
      label      = jobs.label
      namespace  = "AWS/SQS"
      metric     = jobs.metric
      stat       = "Maximum"
      dimensions = { QueueName = jobs.queue }
    }
  }

  # The wanted ones, not those in service: whoever is starting is not ordered twice.
  instances = {
    instances = {
      label      = "Workers, those that start included"
      namespace  = "AWS/AutoScaling"
      metric     = "GroupDesiredCapacity"
      stat       = "Maximum"
      dimensions = { AutoScalingGroupName = aws_autoscaling_group.this.name }
    }
  }

  metrics = merge(local.predicted, local.counted, local.instances)

  # Metrics that are silent for a while (an idle queue, a group that was never started) are filled.
  expressions = {
    by_count = {
      label      = "Seconds of work, by count"
      expression = "${var.seconds_per_job} * (FILL(visible, 0) + FILL(hidden, 0) + FILL(bulk_visible, 0) + FILL(bulk_hidden, 0))"
    }
    work = {
      label      = "Seconds of work for this group"
      expression = "${var.work_share} * FILL(predicted, by_count)"
    }
  }

  # A group of none is counted as one: the first job starts the first worker.
  per_instance = "work / IF(FILL(instances, 1) < 1, 1, FILL(instances, 1))"
  missing      = "work / ${var.acceptable_wait_seconds} - FILL(instances, 0)"

  # As many as are missing, or the next more; the same as in the fleet simulator (class Ladder).
  steps = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 512, 1024]
}

resource "aws_autoscaling_policy" "work" {
  name                   = "work-per-instance"
  autoscaling_group_name = aws_autoscaling_group.this.name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = var.acceptable_wait_seconds

    customized_metric_specification {
      dynamic "metrics" {
        for_each = local.metrics

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

      dynamic "metrics" {
        for_each = local.expressions

        content {
          id          = metrics.key
          label       = metrics.value.label
          expression  = metrics.value.expression
          return_data = false
        }
      }

      metrics {
        id          = "per_instance"
        label       = "Seconds of work for each worker"
        expression  = local.per_instance
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
  adjustment_type           = "ChangeInCapacity"
  metric_aggregation_type   = "Maximum"
  estimated_instance_warmup = var.warm_up_seconds

  dynamic "step_adjustment" {
    for_each = local.steps

    content {
      metric_interval_lower_bound = step_adjustment.key == 0 ? 0 : local.steps[step_adjustment.key - 1]
      metric_interval_upper_bound = step_adjustment.key == length(local.steps) - 1 ? null : step_adjustment.value
      scaling_adjustment          = step_adjustment.value
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "rush" {
  alarm_name          = "${module.machine.full_name}-rush"
  alarm_description   = "More work than the workers have an acceptable wait for: orders what is missing"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_autoscaling_policy.rush.arn]

  dynamic "metric_query" {
    for_each = local.metrics

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

  dynamic "metric_query" {
    for_each = local.expressions

    content {
      id          = metric_query.key
      label       = metric_query.value.label
      expression  = metric_query.value.expression
      return_data = false
    }
  }

  metric_query {
    id          = "missing"
    label       = "Workers missing"
    expression  = local.missing
    return_data = true
  }
}
