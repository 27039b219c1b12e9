variable "accelerator" {
  description = "What the networks run on: cpu or gpu."
  type        = string
  default     = "cpu"
  nullable    = false

  validation {
    condition     = contains(["cpu", "gpu"], var.accelerator)
    error_message = "accelerator must be cpu or gpu."
  }
}

variable "instance_types" {
  description = "Instance types of much the same speed, the preferred one first; 4 GiB of memory is the least."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.instance_types) > 0 && alltrue([for type in var.instance_types : can(regex("^[a-z0-9-]+\\.[a-z0-9-]+$", type))])
    error_message = "instance_types must be types such as c7a.xlarge, one at least."
  }
}

variable "volume_gb" {
  description = "Size of the disk; the GPU's machine image alone needs more than the other."
  type        = number
  default     = 40
  nullable    = false

  validation {
    condition     = var.volume_gb >= 30
    error_message = "volume_gb must be at least 30."
  }
}

variable "min_size" {
  description = "Fewest workers; 0 lets the first job of an idle time wait for an instance to start."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.min_size >= 0
    error_message = "min_size must be 0 or more."
  }
}

variable "max_size" {
  description = "Most workers: the bound of the bill."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.max_size >= var.min_size && var.max_size >= 1
    error_message = "max_size must be at least 1 and not less than min_size."
  }
}

variable "on_demand_base" {
  description = "Workers that are on demand, so that a day without spot capacity does not stop all."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.on_demand_base >= 0
    error_message = "on_demand_base must be 0 or more."
  }
}

variable "spot_percentage" {
  description = "Part of the workers above the base that are spot."
  type        = number
  default     = 100
  nullable    = false

  validation {
    condition     = var.spot_percentage >= 0 && var.spot_percentage <= 100
    error_message = "spot_percentage must be between 0 and 100."
  }
}

variable "warm_pool_size" {
  description = "Stopped instances kept ready, which start faster; only with on-demand instances of the first type. 0 for none."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.warm_pool_size == 0 || (var.warm_pool_size > 0 && var.spot_percentage == 0 && length(var.instance_types) == 1)
    error_message = "warm_pool_size above 0 needs spot_percentage = 0 and one instance type."
  }
}

variable "warm_up_seconds" {
  description = "Seconds from a start until the worker takes jobs."
  type        = number
  default     = 180
  nullable    = false

  validation {
    condition     = var.warm_up_seconds >= 0 && var.warm_up_seconds <= 900
    error_message = "warm_up_seconds must be between 0 and 900."
  }
}

variable "seconds_per_job" {
  description = "Seconds that one worker of this group needs for the usual job, used while the API predicts nothing; measure it with k6/load.js on one instance."
  type        = number
  nullable    = false

  validation {
    condition     = var.seconds_per_job > 0
    error_message = "seconds_per_job must be more than 0."
  }
}

variable "acceptable_wait_seconds" {
  description = "Seconds that a job may wait for its turn."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.acceptable_wait_seconds >= var.seconds_per_job
    error_message = "acceptable_wait_seconds must not be less than seconds_per_job."
  }
}

variable "work_share" {
  description = "Part of the work that this group is there for, where several groups share it: their shares add up to 1."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.work_share > 0 && var.work_share <= 1
    error_message = "work_share must be above 0 and at most 1."
  }
}
