package io.campustwin.server.questdb;

import io.questdb.DefaultTelemetryConfiguration;
import io.questdb.TelemetryConfiguration;
import io.questdb.cairo.DefaultCairoConfiguration;

/**
 * QuestDB for one small table: its defaults are those of a machine of its own (some 150 MB at rest, most of it in
 * pools and queues); these take about 40. Measured with 200 rows a second over 3,600 series.
 */
final class SmallConfiguration extends DefaultCairoConfiguration {
  private static final int KIB = 1024;

  SmallConfiguration(String folder) {
    super(folder);
  }

  /** Nothing is counted and nothing is sent. */
  @Override
  public TelemetryConfiguration getTelemetryConfiguration() {
    return new DefaultTelemetryConfiguration() {
      @Override
      public boolean getDisableCompletely() {
        return true;
      }

      @Override
      public boolean getEnabled() {
        return false;
      }
    };
  }

  /** Reading a whole day maps its files; they are let go soon after. */
  @Override
  public long getInactiveReaderTTL() {
    return 10_000;
  }

  // Pages of the writer and of its log: a few columns at a few hundred rows a second.

  @Override
  public long getDataAppendPageSize() {
    return 128 * KIB;
  }

  @Override
  public long getMiscAppendPageSize() {
    return 16 * KIB;
  }

  @Override
  public int getO3ColumnMemorySize() {
    return 128 * KIB;
  }

  @Override
  public long getWalDataAppendPageSize() {
    return 64 * KIB;
  }

  @Override
  public long getSystemDataAppendPageSize() {
    return 64 * KIB;
  }

  @Override
  public int getSystemO3ColumnMemorySize() {
    return 64 * KIB;
  }

  @Override
  public long getSymbolTableMinAllocationPageSize() {
    return 4 * KIB;
  }

  @Override
  public long getWalSegmentRolloverRowCount() {
    return 50_000;
  }

  // Pools of the SQL compiler: our statements are short.

  @Override
  public int getSqlModelPoolCapacity() {
    return 16;
  }

  @Override
  public int getSqlLexerPoolCapacity() {
    return 64;
  }

  @Override
  public int getViewLexerPoolCapacity() {
    return 64;
  }

  @Override
  public int getSqlExpressionPoolCapacity() {
    return 64;
  }

  @Override
  public int getSqlColumnPoolCapacity() {
    return 64;
  }

  @Override
  public int getSqlJoinContextPoolCapacity() {
    return 4;
  }

  @Override
  public int getWindowColumnPoolCapacity() {
    return 4;
  }

  @Override
  public int getSqlCompilerPoolCapacity() {
    return 2;
  }

  @Override
  public int getSqlCopyBufferSize() {
    return 16 * KIB;
  }

  // Queues between threads: there is one.

  @Override
  public int getColumnIndexerQueueCapacity() {
    return 16;
  }

  @Override
  public int getO3CallbackQueueCapacity() {
    return 16;
  }

  @Override
  public int getO3CopyQueueCapacity() {
    return 16;
  }

  @Override
  public int getO3OpenColumnQueueCapacity() {
    return 16;
  }

  @Override
  public int getO3PartitionQueueCapacity() {
    return 16;
  }

  @Override
  public int getO3PurgeDiscoveryQueueCapacity() {
    return 16;
  }

  @Override
  public int getPageFrameReduceQueueCapacity() {
    return 4;
  }

  @Override
  public int getPageFrameReduceShardCount() {
    return 1;
  }

  @Override
  public int getUnorderedPageFrameReduceQueueCapacity() {
    return 16;
  }

  @Override
  public int getVectorAggregateQueueCapacity() {
    return 16;
  }

  @Override
  public int getWalTxnNotificationQueueCapacity() {
    return 64;
  }

  // No threads of its own.

  @Override
  public boolean isWalApplyParallelSqlEnabled() {
    return false;
  }

  @Override
  public boolean isSqlParallelFilterEnabled() {
    return false;
  }

  @Override
  public boolean isSqlParallelGroupByEnabled() {
    return false;
  }

  @Override
  public boolean isSqlParallelTopKEnabled() {
    return false;
  }

  @Override
  public boolean isMatViewEnabled() {
    return false;
  }
}
