variable "name" {
  description = "Prefix of all names."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name))
    error_message = "name must be 2 to 20 lower-case letters, digits and hyphens, a letter first."
  }
}

variable "cidr" {
  description = "Address range of the VPC."
  type        = string
  default     = "10.20.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrhost(var.cidr, 0)) && tonumber(split("/", var.cidr)[1]) <= 20
    error_message = "cidr must be an IPv4 range of at least /20."
  }
}

variable "zones" {
  description = "Availability zones with subnets. A load balancer needs two."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = contains([2, 3, 4], var.zones)
    error_message = "zones must be 2, 3 or 4."
  }
}

variable "nat_gateways" {
  description = "NAT gateways: none, one for all zones, or one a zone."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.nat_gateways >= 0 && var.nat_gateways <= var.zones
    error_message = "nat_gateways must be between 0 and the number of zones."
  }
}

variable "interface_endpoints" {
  description = "AWS services that get an endpoint of their own in the private subnets, such as sqs; each costs by the hour and zone. S3 always has its free one."
  type        = set(string)
  default     = ["sqs"]
  nullable    = false

  validation {
    condition     = alltrue([for service in var.interface_endpoints : can(regex("^[a-z0-9.-]+$", service))])
    error_message = "interface_endpoints must be service names such as sqs, ecr.api, logs."
  }
}
