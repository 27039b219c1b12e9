variable "name" {
  description = "Prefix of all names."
  type        = string
  default     = "ai-upscale"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name))
    error_message = "name must be 2 to 20 lower-case letters, digits and hyphens, a letter first."
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
  description = "Addresses that may call the service. It has no login of its own: think before you open it to all."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.client_cidrs) > 0 && alltrue([for cidr in var.client_cidrs : can(cidrhost(cidr, 0))])
    error_message = "client_cidrs must be IPv4 ranges, one at least."
  }
}

variable "network" {
  description = "Zones with subnets, zones with instances, NAT gateways (0 gives instances public addresses instead) and interface endpoints."
  type = object({
    zones               = optional(number, 2)
    instance_zones      = optional(number, 2)
    nat_gateways        = optional(number, 1)
    interface_endpoints = optional(set(string), ["sqs"])
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.network.instance_zones >= 1 && var.network.instance_zones <= var.network.zones
    error_message = "network.instance_zones must be between 1 and network.zones."
  }
}

variable "storage" {
  description = "How long pictures are kept (0: for ever), whether deleted ones can be brought back, whether destroy may delete them all, and whether clients may put and get single pictures at S3 itself, by addresses that the API signs."
  type = object({
    originals_days  = optional(number, 30)
    results_days    = optional(number, 30)
    undelete_days   = optional(number, 0)
    force_destroy   = optional(bool, false)
    open_to_clients = optional(bool, true)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.storage.originals_days >= 0 && var.storage.results_days >= 0 && var.storage.undelete_days >= 0
    error_message = "storage: days must be 0 or more."
  }
}

variable "cache" {
  description = "Size of the cache's nodes, and how many replicas stand by."
  type = object({
    node_type = optional(string, "cache.t4g.micro")
    replicas  = optional(number, 0)
  })
  default  = {}
  nullable = false

  validation {
    condition     = startswith(var.cache.node_type, "cache.") && var.cache.replicas >= 0
    error_message = "cache.node_type must start with cache., and cache.replicas be 0 or more."
  }
}

variable "api" {
  description = "Image and numbers of the API's instances."
  type = object({
    image               = string
    repository_arn      = string
    instance_type       = optional(string, "t3a.small")
    min_size            = optional(number, 2)
    max_size            = optional(number, 10)
    requests_per_minute = optional(number, 600)
  })
  nullable = false

  validation {
    condition     = var.api.min_size >= 1 && var.api.max_size >= var.api.min_size
    error_message = "api.min_size must be at least 1, and api.max_size not less."
  }
}

variable "workers" {
  description = "Groups of workers by what they compute on, cpu or gpu: image, machines, numbers, and what scaling aims at."
  type = map(object({
    image           = string
    repository_arn  = string
    instance_types  = list(string)
    seconds_per_job = number
    work_share      = optional(number, 1)
    min_size        = optional(number, 1)
    max_size        = optional(number, 10)
    on_demand_base  = optional(number, 1)
    spot_percentage = optional(number, 100)
    warm_pool_size  = optional(number, 0)
    volume_gb       = optional(number, 40)
  }))
  nullable = false

  validation {
    condition     = length(var.workers) > 0 && length(setsubtract(keys(var.workers), ["cpu", "gpu"])) == 0
    error_message = "workers must be a map with cpu, gpu or both."
  }

  validation {
    condition     = abs(sum([for group in values(var.workers) : group.work_share]) - 1) < 0.001
    error_message = "workers: the work_share of all groups must add up to 1."
  }
}

variable "acceptable_wait_seconds" {
  description = "Seconds that a job may wait for its turn; what the number of workers aims at."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.acceptable_wait_seconds >= 1 && floor(var.acceptable_wait_seconds) == var.acceptable_wait_seconds
    error_message = "acceptable_wait_seconds must be a whole number of at least 1."
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

variable "deletion_protection" {
  description = "Whether the load balancer refuses to be deleted."
  type        = bool
  default     = false
  nullable    = false
}
