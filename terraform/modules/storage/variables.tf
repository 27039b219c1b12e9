variable "name" {
  description = "Prefix of the bucket's name; the account's number follows."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name))
    error_message = "name must be 2 to 20 lower-case letters, digits and hyphens, a letter first."
  }
}

variable "originals_days" {
  description = "Days that uploads are kept; 0 keeps them for ever."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.originals_days >= 0 && floor(var.originals_days) == var.originals_days
    error_message = "originals_days must be a whole number, 0 or more."
  }
}

variable "results_days" {
  description = "Days that results and their records are kept; 0 keeps them for ever."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.results_days >= 0 && floor(var.results_days) == var.results_days
    error_message = "results_days must be a whole number, 0 or more."
  }
}

variable "undelete_days" {
  description = "Days that a deleted or overwritten object can be brought back; 0 erases at once, which is what a user who deletes a picture expects."
  type        = number
  default     = 0
  nullable    = false

  validation {
    condition     = var.undelete_days >= 0 && floor(var.undelete_days) == var.undelete_days
    error_message = "undelete_days must be a whole number, 0 or more."
  }
}

variable "force_destroy" {
  description = "Whether terraform destroy may delete the bucket with all pictures in it."
  type        = bool
  default     = false
  nullable    = false
}
