# The workers look at dead letters again and again to tell their owners, which hides them for minutes
# at a time: so hidden ones count too.

locals {
  dead_letters = {
    visible = "ApproximateNumberOfMessagesVisible"
    hidden  = "ApproximateNumberOfMessagesNotVisible"
  }
}

resource "aws_cloudwatch_metric_alarm" "dead_letters" {
  alarm_name          = "${var.name}-dead-letters"
  alarm_description   = "A job could not be done in all its tries"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]

  dynamic "metric_query" {
    for_each = local.dead_letters

    content {
      id          = metric_query.key
      return_data = false

      metric {
        namespace   = "AWS/SQS"
        metric_name = metric_query.value
        stat        = "Maximum"
        period      = 60
        dimensions  = { QueueName = var.dead_letter_queue_name }
      }
    }
  }

  metric_query {
    id          = "letters"
    label       = "Dead letters"
    expression  = "FILL(visible, 0) + FILL(hidden, 0)"
    return_data = true
  }
}
