# Who an instance may talk to: AWS over HTTPS, and the cache. What comes in is added by its user.

resource "aws_security_group" "this" {
  name        = local.full_name
  description = "Instances of ${local.full_name}"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_egress_rule" "https" {
  description       = "AWS services"
  security_group_id = aws_security_group.this.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "cache" {
  description                  = "The cache"
  security_group_id            = aws_security_group.this.id
  referenced_security_group_id = var.cache_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
}

resource "aws_vpc_security_group_ingress_rule" "cache" {
  description                  = local.full_name
  security_group_id            = var.cache_security_group_id
  referenced_security_group_id = aws_security_group.this.id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
}
