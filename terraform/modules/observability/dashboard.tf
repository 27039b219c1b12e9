# One screen: what comes in, what waits, who works, what fails.

data "aws_region" "here" {}

locals {
  graphs = {
    "Requests" = [
      ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", var.load_balancer.arn_suffix, { stat = "Sum" }],
      ["AWS/ApplicationELB", "HTTPCode_Target_4XX_Count", "LoadBalancer", var.load_balancer.arn_suffix, { stat = "Sum" }],
      ["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "LoadBalancer", var.load_balancer.arn_suffix, { stat = "Sum" }],
    ]
    "Answer time, p95" = [
      ["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", var.load_balancer.arn_suffix, { stat = "p95" }],
    ]
    "Jobs" = [
      ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", var.jobs_queue_name, { stat = "Maximum", label = "waiting" }],
      ["AWS/SQS", "ApproximateNumberOfMessagesNotVisible", "QueueName", var.jobs_queue_name, { stat = "Maximum", label = "in work" }],
      ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "${var.jobs_queue_name}-bulk", { stat = "Maximum", label = "waiting, bulk" }],
      ["AWS/SQS", "ApproximateNumberOfMessagesNotVisible", "QueueName", "${var.jobs_queue_name}-bulk", { stat = "Maximum", label = "in work, bulk" }],
      ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", var.dead_letter_queue_name, { stat = "Maximum", label = "dead letters" }],
      ["AWS/SQS", "ApproximateNumberOfMessagesNotVisible", "QueueName", var.dead_letter_queue_name, { stat = "Maximum", label = "dead letters being looked at" }],
    ]
    "Work, seconds" = [
      [var.metrics_namespace, "PredictedWorkSeconds", "QueueName", var.jobs_queue_name, { stat = "Maximum", label = "that workers are needed for" }],
      [var.metrics_namespace, "WaitingWorkSeconds", "QueueName", var.jobs_queue_name, { stat = "Maximum", label = "waiting" }],
    ]
    "Age of the oldest job" = [
      ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", var.jobs_queue_name, { stat = "Maximum" }],
    ]
    "Instances in service" = [
      for group in var.group_names : ["AWS/AutoScaling", "GroupInServiceInstances", "AutoScalingGroupName", group, { stat = "Average", label = group }]
    ]
    "Processors, average" = [
      for group in var.group_names : ["AWS/EC2", "CPUUtilization", "AutoScalingGroupName", group, { stat = "Average", label = group }]
    ]
  }
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name

  dashboard_body = jsonencode({
    widgets = [
      for place, title in keys(local.graphs) : {
        type   = "metric"
        x      = 12 * (place % 2)
        y      = 6 * floor(place / 2)
        width  = 12
        height = 6
        properties = {
          title   = title
          region  = data.aws_region.here.region
          period  = 60
          metrics = local.graphs[title]
        }
      }
    ]
  })
}
