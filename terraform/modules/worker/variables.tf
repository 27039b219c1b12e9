variable "name" {
  description = "Prefix of all names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name))
    error_message = "name must be 2 to 20 lower-case letters, digits and hyphens, a letter first."
  }
}

variable "vpc_id" {
  description = "VPC of the instances."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.vpc_id, "vpc-")
    error_message = "vpc_id must start with vpc-."
  }
}

variable "subnet_ids" {
  description = "Subnets of the instances."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.subnet_ids) > 0
    error_message = "subnet_ids must not be empty."
  }
}

variable "public_address" {
  description = "Whether instances get a public address: the way out where there is neither NAT nor endpoints."
  type        = bool
  default     = false
  nullable    = false
}

variable "image" {
  description = "Container image, with a tag or digest that never moves."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("[:@]", var.image))
    error_message = "image must have a :tag or @digest."
  }
}

variable "repository_arn" {
  description = "ARN of the image's repository."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[^:]+:ecr:", var.repository_arn))
    error_message = "repository_arn must be the ARN of an ECR repository."
  }
}

variable "environment" {
  description = "Settings of the container: where bucket, queues and cache are."
  type        = map(string)
  nullable    = false

  validation {
    condition     = length(setsubtract(["UPSCALE_BUCKET", "UPSCALE_QUEUE", "UPSCALE_DEAD_LETTER_QUEUE", "UPSCALE_REDIS_URL"], keys(var.environment))) == 0
    error_message = "environment must have UPSCALE_BUCKET, UPSCALE_QUEUE, UPSCALE_DEAD_LETTER_QUEUE and UPSCALE_REDIS_URL."
  }
}

variable "cache" {
  description = "The cache's secret and security group."
  type = object({
    password_secret_arn = string
    security_group_id   = string
  })
  nullable = false

  validation {
    condition     = startswith(var.cache.security_group_id, "sg-")
    error_message = "cache.security_group_id must start with sg-."
  }
}

variable "storage" {
  description = "The bucket."
  type = object({
    bucket_arn = string
  })
  nullable = false

  validation {
    condition     = can(regex("^arn:[^:]+:s3:::", var.storage.bucket_arn))
    error_message = "storage.bucket_arn must be the ARN of a bucket."
  }
}

variable "jobs_queue" {
  description = "Name and ARN of the jobs queue."
  type = object({
    name = string
    arn  = string
  })
  nullable = false

  validation {
    condition     = can(regex("^arn:[^:]+:sqs:", var.jobs_queue.arn))
    error_message = "jobs_queue.arn must be the ARN of a queue."
  }
}

variable "dead_letter_queue_arn" {
  description = "ARN of the dead-letter queue."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[^:]+:sqs:", var.dead_letter_queue_arn))
    error_message = "dead_letter_queue_arn must be the ARN of a queue."
  }
}

variable "metrics_namespace" {
  description = "CloudWatch namespace that the API tells the predicted work in."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9._/#-]+$", var.metrics_namespace)) && !startswith(var.metrics_namespace, "AWS/")
    error_message = "metrics_namespace must be a name of your own for CloudWatch."
  }
}
