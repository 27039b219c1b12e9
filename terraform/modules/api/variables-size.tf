variable "public_subnet_ids" {
  description = "Subnets of the load balancer, in two zones or more."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.public_subnet_ids) >= 2
    error_message = "public_subnet_ids must be two or more: a load balancer stands in two zones."
  }
}

variable "certificate_arn" {
  description = "ARN of the certificate for the service's name."
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
  default     = ["0.0.0.0/0"]
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.client_cidrs : can(cidrhost(cidr, 0))])
    error_message = "client_cidrs must be IPv4 ranges."
  }
}

variable "instance_type" {
  description = "Instance type; uploads are decoded in memory, 2 GiB is the least."
  type        = string
  default     = "t3a.small"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", var.instance_type))
    error_message = "instance_type must look like t3a.small."
  }
}

variable "min_size" {
  description = "Fewest instances."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = var.min_size >= 1
    error_message = "min_size must be at least 1."
  }
}

variable "max_size" {
  description = "Most instances."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.max_size >= var.min_size
    error_message = "max_size must not be less than min_size."
  }
}

variable "requests_per_minute" {
  description = "Requests a minute and instance that scaling aims at."
  type        = number
  default     = 600
  nullable    = false

  validation {
    condition     = var.requests_per_minute > 0
    error_message = "requests_per_minute must be more than 0."
  }
}

variable "access_log_days" {
  description = "Days that the load balancer's log is kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.access_log_days >= 1
    error_message = "access_log_days must be at least 1."
  }
}

variable "deletion_protection" {
  description = "Whether the load balancer refuses to be deleted."
  type        = bool
  default     = false
  nullable    = false
}
