using System.Text.RegularExpressions;
using OpenJd.Expressions;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;

namespace OpenJd.Model.Reading;

/// <summary>Reads <c>let</c> bindings. Source: template schemas §3.6.</summary>
internal static partial class LetReader
{
    private const int MaxNameLength = 512;
    private const string BindingPattern = @"[ \t]*([a-z_][A-Za-z0-9_]*)[ \t]*=(?!=)";

    public static readonly ListSchema Schema = new(
        "let",
        new TextSchema("A let binding", 1)
        {
            Pattern = new TextPattern(
                Binding(),
                BindingPattern + @"[\s\S]*",
                "must be a name that begins with a small letter or underscore, '=' and an expression"),
        },
        Max: 50);

    /// <summary>
    /// Reads the bindings of <paramref name="reader"/> and adds each to the scope as soon as it is read, so that the
    /// later ones see it.
    /// </summary>
    public static IReadOnlyList<LetBinding> Read(ObjectReader reader, SymbolScope scope)
    {
        var bindings = new List<LetBinding>();
        foreach (var item in reader.Items("let"))
        {
            if (ReadBinding(item, scope) is { } binding) bindings.Add(binding);
        }

        return bindings;
    }

    private static LetBinding? ReadBinding(Field field, SymbolScope scope)
    {
        if (field.Text((TextSchema)Schema.Item) is not { } text || Binding().Match(text) is not { Success: true } match)
            return null;
        var name = match.Groups[1].Value;
        if (name.Length > MaxNameLength)
            field.Error($"A let binding's name has {name.Length} characters; {MaxNameLength} are the most.");
        if (scope.Has(name)) field.Error($"The name '{name}' is bound already, here or in what is around it.");
        var value = ReadExpression(field, text[match.Length..], scope, out var expression);
        // A faulty binding is known by name, so that each fault is told once.
        scope.Add(name, value ?? new UnresolvedValue(ExpressionType.Any));
        return expression is null ? null : new LetBinding(name, expression, field.Location);
    }

    private static ExpressionValue? ReadExpression(
        Field field, string text, SymbolScope scope, out Expression? expression)
    {
        if (!Expression.TryParse(text.Trim(), out expression, out var error))
        {
            field.Error($"The expression of a let binding cannot be read: {error.Reason}");
            return null;
        }

        return FormatReader.RefuseUnknown(field, expression.References, scope)
            ? null
            : FormatReader.Evaluate(field, expression, scope, target: null);
    }

    [GeneratedRegex("^" + BindingPattern, RegexOptions.CultureInvariant)]
    private static partial Regex Binding();
}
