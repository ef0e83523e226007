package com.hekax.phone.scenarios.fuzz;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What the product holds at one moment, when it has come to rest. All of it runs in this JVM but
 * the database and the media bridge.
 *
 * @param heapMegabytes that a collection leaves
 * @param connections of functions to the database
 * @param openFiles and sockets
 */
record Growth(long heapMegabytes, int threads, int connections, long openFiles) {

  static Growth now(Connection superuser) throws SQLException {
    System.gc();
    var beans = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new Growth(
        beans.getUsed() >> 20,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        countConnections(superuser),
        countOpenFiles());
  }

  private static int countConnections(Connection superuser) throws SQLException {
    try (var statement = superuser.createStatement();
        var count =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where usename in ('hekax_app',"
                    + " 'hekax_system')")) {
      count.next();
      return count.getInt(1);
    }
  }

  /** Of this process; a machine that does not count them says none. */
  private static long countOpenFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  @Override
  public String toString() {
    return "%d MB of heap, %d threads, %d connections, %d open files"
        .formatted(heapMegabytes, threads, connections, openFiles);
  }
}
