# Where the images are pushed to.

locals {
  parts = toset(["api", "worker", "worker-gpu"])
}

resource "aws_ecr_repository" "this" {
  for_each = local.parts

  name                 = "ai-upscale/${each.key}"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  for_each = local.parts

  repository = aws_ecr_repository.this[each.key].name

  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Twenty releases are enough to go back"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 20 }
      action       = { type = "expire" }
    }]
  })
}
