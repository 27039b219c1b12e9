# Valkey (Redis' protocol) for status and hot pictures. It may lose everything at any moment: no
# snapshots, and a replica only where the few slow minutes after a failure matter.

resource "random_password" "this" {
  length  = 48
  special = false
}

resource "aws_secretsmanager_secret" "password" {
  name_prefix = "${var.name}-cache-"
  description = "Password of the cache of ${var.name}"
}

resource "aws_secretsmanager_secret_version" "password" {
  secret_id     = aws_secretsmanager_secret.password.id
  secret_string = random_password.this.result
}

resource "aws_security_group" "this" {
  name        = "${var.name}-cache"
  description = "The cache; only machines of the service come in"
  vpc_id      = var.vpc_id
}

resource "aws_elasticache_subnet_group" "this" {
  name       = "${var.name}-cache"
  subnet_ids = var.subnet_ids
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id       = "${var.name}-cache"
  description                = "Status and hot pictures of ${var.name}"
  engine                     = "valkey"
  engine_version             = "8.0"
  node_type                  = var.node_type
  num_cache_clusters         = 1 + var.replicas
  automatic_failover_enabled = var.replicas > 0
  multi_az_enabled           = var.replicas > 0
  port                       = 6379
  subnet_group_name          = aws_elasticache_subnet_group.this.name
  security_group_ids         = [aws_security_group.this.id]
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  transit_encryption_mode    = "required"
  auth_token                 = random_password.this.result
  auth_token_update_strategy = "ROTATE"
  snapshot_retention_limit   = 0
  apply_immediately          = true
}
