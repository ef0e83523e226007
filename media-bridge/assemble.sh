#!/bin/sh
# Puts what the image holds into a folder: a Java runtime with the modules that the bridge uses, and
# the bridge. The Dockerfile runs it for each platform; by hand it shows how large the image will be.
#   media-bridge/assemble.sh FOLDER        after: ./hekax test media-bridge, or mvn -pl media-bridge -am package
set -eu
folder=${1:?the folder to fill}
here=$(cd "$(dirname "$0")" && pwd)
app=${APP:-$here/target/app}
[ -f "$app/media-bridge.jar" ] || { echo "There is no $app: build media-bridge first." >&2; exit 1; }

rm -rf "$folder"
mkdir -p "$folder/app"
"${JAVA_HOME:+$JAVA_HOME/bin/}jlink" \
  --add-modules java.base,java.logging,java.net.http,jdk.unsupported \
  --strip-debug --no-header-files --no-man-pages --compress zip-6 \
  --output "$folder/java"
cp -R "$app/." "$folder/app/"
# What most starts read: classes prepared once instead of at each start.
"$folder/java/bin/java" -Xshare:dump -XX:+UseSerialGC >/dev/null
