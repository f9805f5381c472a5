#!/bin/bash
# Run once, when the database is made: Keycloak's own schema and account beside the application's.
set -euo pipefail
mariadb -uroot -p"$MARIADB_ROOT_PASSWORD" <<SQL
create database keycloak character set utf8mb4;
create user 'keycloak'@'%' identified by '${KEYCLOAK_DATABASE_PASSWORD//\'/\'\'}';
grant all on keycloak.* to 'keycloak'@'%';
SQL
