package com.hekax.phone.platform.db;

import com.hekax.phone.contracts.Id;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** jdbi as this product uses it: SQL Objects, PostgreSQL's types, and our ids as UUIDs. */
final class JdbiSetup {

  static Jdbi over(ConnectionFactory connections) {
    var jdbi = Jdbi.create(connections);
    // An exception's text goes to the log: the statement may stand in it, its values may not.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.SHORT_STATEMENT);
    return jdbi.installPlugin(new SqlObjectPlugin())
        .installPlugin(new PostgresPlugin())
        .registerArgument(new IdArgument())
        .registerColumnMapper(new IdColumn());
  }

  private static final class IdArgument extends AbstractArgumentFactory<Id> {
    IdArgument() {
      super(Types.OTHER);
    }

    @Override
    protected Argument build(Id id, ConfigRegistry config) {
      return (position, statement, _) -> statement.setObject(position, id.value());
    }
  }

  /** Any id record from a UUID column. */
  private static final class IdColumn implements ColumnMapperFactory {
    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
      var raw = GenericTypes.getErasedType(type);
      if (!Id.class.isAssignableFrom(raw) || !raw.isRecord()) {
        return Optional.empty();
      }
      Constructor<?> constructor;
      try {
        constructor = raw.getDeclaredConstructor(UUID.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(raw + " is not a record over one UUID", e);
      }
      return Optional.of(
          (row, column, _) -> {
            var value = row.getObject(column, UUID.class);
            return value == null ? null : create(constructor, value);
          });
    }

    private static Object create(Constructor<?> constructor, UUID value) {
      try {
        return constructor.newInstance(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private JdbiSetup() {}
}
