variable "name" {
  description = "Prefix of all names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name))
    error_message = "name must be 2 to 20 lower-case letters, digits and hyphens, a letter first."
  }
}

variable "part" {
  description = "What this machine is, such as api or worker-cpu; its Auto Scaling group must be called NAME-PART."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,15}$", var.part))
    error_message = "part must be 2 to 16 lower-case letters, digits and hyphens, a letter first."
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

variable "public_address" {
  description = "Whether instances get a public address: the way out where there is neither NAT nor endpoints."
  type        = bool
  default     = false
  nullable    = false
}

variable "instance_type" {
  description = "Instance type where the group names no others."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", var.instance_type))
    error_message = "instance_type must look like c7a.xlarge."
  }
}

variable "ami_parameter" {
  description = "Public SSM parameter that names the machine image: Amazon Linux 2023 with Docker."
  type        = string
  default     = "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id"
  nullable    = false

  validation {
    condition     = startswith(var.ami_parameter, "/aws/service/")
    error_message = "ami_parameter must be a public parameter under /aws/service/."
  }
}

variable "volume_gb" {
  description = "Size of the disk, which holds the image and the files of work in progress."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.volume_gb >= 30
    error_message = "volume_gb must be at least 30, the size of the machine image."
  }
}

variable "image" {
  description = "Container image in a registry of this account, with a tag or digest that never moves."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[^/]+\\.[^/]+/.+[:@].+$", var.image)) && !endswith(var.image, ":latest")
    error_message = "image must be REGISTRY/REPOSITORY with a :tag (not latest) or @digest."
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
  description = "Settings of the container; secrets do not belong here."
  type        = map(string)
  nullable    = false

  validation {
    condition     = alltrue([for name, value in var.environment : can(regex("^[A-Z][A-Z0-9_]*$", name)) && !strcontains(value, "\n")])
    error_message = "environment must have upper-case names and values of one line."
  }
}

variable "docker_options" {
  description = "Further options of docker run, such as --gpus all."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for option in var.docker_options : can(regex("^[a-zA-Z0-9=._-]+$", option))])
    error_message = "docker_options must be plain words."
  }
}

variable "policy_json" {
  description = "IAM policy of what this part does in S3 and SQS."
  type        = string
  nullable    = false

  validation {
    condition     = can(jsondecode(var.policy_json))
    error_message = "policy_json must be JSON."
  }
}

variable "cache_secret_arn" {
  description = "ARN of the secret with the cache's password."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[^:]+:secretsmanager:", var.cache_secret_arn))
    error_message = "cache_secret_arn must be the ARN of a secret."
  }
}

variable "cache_security_group_id" {
  description = "Group of the cache, which gets a rule for these instances."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.cache_security_group_id, "sg-")
    error_message = "cache_security_group_id must start with sg-."
  }
}

variable "drain_hook" {
  description = "Name of the group's lifecycle hook that waits until the instance is drained; null for none."
  type        = string
  default     = null

  validation {
    condition     = var.drain_hook == null || can(regex("^[a-z-]+$", var.drain_hook))
    error_message = "drain_hook must be lower-case letters and hyphens."
  }
}

variable "launch_hook" {
  description = "Name of the group's lifecycle hook that waits until the instance has started or is ready to be kept stopped; null for none."
  type        = string
  default     = null

  validation {
    condition     = var.launch_hook == null || can(regex("^[a-z-]+$", var.launch_hook))
    error_message = "launch_hook must be lower-case letters and hyphens."
  }
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365], var.log_retention_days)
    error_message = "log_retention_days must be one of those that CloudWatch knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365."
  }
}
