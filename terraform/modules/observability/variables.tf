variable "name" {
  description = "Prefix of all names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name))
    error_message = "name must be 2 to 20 lower-case letters, digits and hyphens, a letter first."
  }
}

variable "alarm_addresses" {
  description = "E-mail addresses that hear of alarms; each must confirm once."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for address in var.alarm_addresses : can(regex("^[^@ ]+@[^@ ]+$", address))])
    error_message = "alarm_addresses must be e-mail addresses."
  }
}

variable "jobs_queue_name" {
  description = "Name of the jobs queue."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.jobs_queue_name) > 0
    error_message = "jobs_queue_name must not be empty."
  }
}

variable "dead_letter_queue_name" {
  description = "Name of the dead-letter queue."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.dead_letter_queue_name) > 0
    error_message = "dead_letter_queue_name must not be empty."
  }
}

variable "load_balancer" {
  description = "What the load balancer and its target group are called in CloudWatch."
  type = object({
    arn_suffix              = string
    target_group_arn_suffix = string
  })
  nullable = false

  validation {
    condition     = startswith(var.load_balancer.arn_suffix, "app/")
    error_message = "load_balancer.arn_suffix must start with app/."
  }
}

variable "group_names" {
  description = "Auto Scaling groups to show."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.group_names) > 0
    error_message = "group_names must not be empty."
  }
}

variable "longest_wait_seconds" {
  description = "Age of the oldest job that is alarming."
  type        = number
  default     = 600
  nullable    = false

  validation {
    condition     = var.longest_wait_seconds >= 60
    error_message = "longest_wait_seconds must be at least 60."
  }
}

variable "errors_per_minute" {
  description = "Answers with 5xx a minute that are alarming."
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition     = var.errors_per_minute >= 0
    error_message = "errors_per_minute must be 0 or more."
  }
}

variable "metrics_namespace" {
  description = "CloudWatch namespace of the API's own figures."
  type        = string
  nullable    = false

  validation {
    condition     = !startswith(var.metrics_namespace, "AWS/")
    error_message = "metrics_namespace must be a name of your own for CloudWatch."
  }
}
