# What an instance may do: no keys lie anywhere, and nobody comes in by SSH (Session Manager does).

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name_prefix        = "${local.full_name}-"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_instance_profile" "this" {
  name_prefix = "${local.full_name}-"
  role        = aws_iam_role.this.name
}

data "aws_partition" "here" {}

data "aws_caller_identity" "here" {}

resource "aws_iam_role_policy_attachment" "session_manager" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:${data.aws_partition.here.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

data "aws_iam_policy_document" "machine" {
  statement {
    sid       = "LogInToTheRegistry"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid       = "PullTheImage"
    actions   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    resources = [var.repository_arn]
  }

  statement {
    sid       = "ReadTheCachePassword"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [var.cache_secret_arn]
  }

  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
  }

  dynamic "statement" {
    for_each = var.drain_hook == null ? [] : [var.drain_hook]

    content {
      sid     = "StayWhileItWorksAndSayThatItIsDrained"
      actions = ["autoscaling:CompleteLifecycleAction", "autoscaling:SetInstanceProtection"]

      resources = [
        "arn:${data.aws_partition.here.partition}:autoscaling:${data.aws_region.here.region}:${data.aws_caller_identity.here.account_id}:autoScalingGroup:*:autoScalingGroupName/${local.full_name}",
      ]
    }
  }
}

resource "aws_iam_role_policy" "machine" {
  name   = "machine"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.machine.json
}

resource "aws_iam_role_policy" "work" {
  name   = "work"
  role   = aws_iam_role.this.id
  policy = var.policy_json
}
