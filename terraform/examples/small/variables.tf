variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-central-1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must look like eu-central-1."
  }
}

variable "release" {
  description = "Tag of the images to run, such as 1.4.0."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]+$", var.release)) && var.release != "latest"
    error_message = "release must be an image tag that never moves, not latest."
  }
}

variable "certificate_arn" {
  description = "ARN of the ACM certificate for the service's name."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[^:]+:acm:", var.certificate_arn))
    error_message = "certificate_arn must be the ARN of an ACM certificate."
  }
}

variable "client_cidrs" {
  description = "Addresses that may call the service."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.client_cidrs) > 0 && alltrue([for cidr in var.client_cidrs : can(cidrhost(cidr, 0))])
    error_message = "client_cidrs must be IPv4 ranges, one at least."
  }
}

variable "alarm_addresses" {
  description = "E-mail addresses that hear of alarms."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for address in var.alarm_addresses : can(regex("^[^@ ]+@[^@ ]+$", address))])
    error_message = "alarm_addresses must be e-mail addresses."
  }
}
