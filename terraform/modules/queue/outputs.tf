output "jobs" {
  description = "Name and ARN of the jobs queue; those of the bulk lane have -bulk after them."
  value = {
    name = aws_sqs_queue.jobs["front"].name
    arn  = aws_sqs_queue.jobs["front"].arn
  }
}

output "dead_letters" {
  description = "Name and ARN of the dead-letter queue."
  value = {
    name = aws_sqs_queue.dead_letters.name
    arn  = aws_sqs_queue.dead_letters.arn
  }
}

output "max_receive_count" {
  description = "Tries that a job gets."
  value       = var.max_receive_count
}
