using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;

namespace OpenJd.Model.Creation;

/// <summary>The names that are known when a job is made. Source: template schemas §7.3.1.</summary>
internal static class JobSymbols
{
    /// <summary>The job's parameters. Of paths the mapped values are known on the host only.</summary>
    public static SymbolTable Of(IReadOnlyDictionary<string, ExpressionValue> values)
    {
        var symbols = new SymbolTable();
        foreach (var (name, value) in values)
        {
            var raw = Raw(value);
            symbols[$"RawParam.{name}"] = raw;
            if (ReferenceEquals(raw, value)) symbols[$"Param.{name}"] = value;
        }

        return symbols;
    }

    /// <summary>A path that is not mapped is a text: it may be written as another system writes it.</summary>
    private static ExpressionValue Raw(ExpressionValue value) => value switch
    {
        PathValue path => new StringValue(path.Value),
        ListValue list when list.ElementType == ExpressionType.Path =>
            new ListValue(ExpressionType.String, list.Select(path => new StringValue(path.Text))),
        _ => value,
    };
}
