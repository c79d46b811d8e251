using OpenJd.Expressions;
using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Symbols;
using OpenJd.Expressions.Types;
using OpenJd.Expressions.Values;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Creation;

/// <summary>Resolves format strings when a job is made. Source: template schemas §7.4.</summary>
internal sealed class FormatResolver(SymbolTable symbols, EvaluationContext context, ErrorCollector errors)
{
    /// <summary>The faults found so far.</summary>
    public int ErrorCount => errors.Count;

    /// <summary>The same with the names of an inner scope.</summary>
    public FormatResolver Within(SymbolTable inner) => new(inner, context, errors);

    /// <summary>Reports a fault.</summary>
    public void Error(SourceLocation at, string message) => errors.Add(at, message);

    /// <summary>The resolved text, with an error where it is not allowed; null where it cannot be resolved.</summary>
    public string? Text(TemplateString template, Func<string, string?> faultOf)
    {
        if (Value(template, ExpressionType.String) is not { Text: var text }) return null;
        if (faultOf(text) is { } fault) Error(template.Location, fault);
        return text;
    }

    /// <summary>The value, or null with an error.</summary>
    public ExpressionValue? Value(TemplateString template, ExpressionType target)
    {
        if (template.Format.IsLiteral && target == ExpressionType.String) return new StringValue(template.Text);
        return Try(template.Location, () => template.Format.Evaluate(symbols, context, target));
    }

    /// <summary>The value of an expression, or null with an error.</summary>
    public ExpressionValue? Value(LetBinding binding) =>
        Try(binding.Location, () => binding.Expression.Evaluate(symbols, context));

    /// <summary>
    /// Values of a list, each with the place it comes from. An item that is one expression is left out where that is
    /// null, and stands for all elements of a list. Source: expression language §1.3.2.
    /// </summary>
    public IEnumerable<(TemplateString Template, ExpressionValue Value)> Items(
        IEnumerable<TemplateString> templates, ExpressionType type)
    {
        // A text stays one: what it is to say is checked with the texts that have no expression.
        var target = ExpressionType.UnionOf(
            type, ExpressionType.String, ExpressionType.Null, ExpressionType.ListOf(type));
        foreach (var template in templates)
        {
            var value = template.Format.IsSingleExpression
                ? Value(template, target)
                : Value(template, ExpressionType.String);
            if (value is ListValue list)
            {
                foreach (var element in list) yield return (template, element);
            }
            else if (value is not (null or NullValue))
            {
                yield return (template, value);
            }
        }
    }

    /// <summary>Whether everything that a format string refers to is known already.</summary>
    public bool IsKnown(TemplateString template) =>
        template.Format.References.All(reference => IsKnown(reference.Name));

    // Of Param.File.stem the symbol is Param.File: the rest is a property.
    private bool IsKnown(string name)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            if (symbols.TryGetValue(name[..end], out _)) return true;
        }

        return false;
    }

    private ExpressionValue? Try(SourceLocation at, Func<ExpressionValue> evaluate)
    {
        try
        {
            return evaluate();
        }
        catch (ExpressionException exception)
        {
            Error(at, exception.Message);
            return null;
        }
    }
}
