#!/usr/bin/env bash
# Brings back what save.sh saved, into empty databases and an empty folder of documents; the application is stopped.
#   restore.sh FOLDER
# The same variables as save.sh. Nothing is changed when the save is damaged or when something is there already.
set -euo pipefail
from=${1:?"the folder that save.sh made"}
export MYSQL_PWD=${DATABASE_PASSWORD-}
server=(--host="${DATABASE_HOST:?}" --port="${DATABASE_PORT:-3306}" --user="${DATABASE_USER:?}")

(cd "$from" && sha256sum --check --quiet SHA256SUMS) || { echo "The save is damaged: nothing is restored" >&2; exit 3; }
for name in ${DATABASE_NAMES:?}; do
  [ -f "$from/$name.sql.gz" ] || { echo "No save of $name: nothing is restored" >&2; exit 3; }
  tables=$(mariadb "${server[@]}" --batch --skip-column-names \
    --execute="select count(*) from information_schema.tables where table_schema = '$name'")
  [ "$tables" = 0 ] || { echo "$name holds tables already: nothing is restored" >&2; exit 4; }
done
if [ -n "${DOCUMENTS_FOLDER?}" ]; then
  [ -f "$from/documents.tar.gz" ] || { echo "No save of the documents: nothing is restored" >&2; exit 3; }
  mkdir -p "$DOCUMENTS_FOLDER"
  [ -z "$(ls -A "$DOCUMENTS_FOLDER")" ] || { echo "There are documents already: nothing is restored" >&2; exit 4; }
  tar -C "$DOCUMENTS_FOLDER" --xattrs -xzf "$from/documents.tar.gz"
fi
for name in $DATABASE_NAMES; do
  mariadb "${server[@]}" --execute="create database if not exists \`$name\`"
  # Triggers belong to whoever restores: the user who made them may not exist here.
  gunzip --stdout "$from/$name.sql.gz" | sed 's|^\(/\*!50003 CREATE\*/\) /\*!50017 DEFINER=[^*]*\*/|\1|' | mariadb "${server[@]}" "$name"
done
echo "Restored from $from"
