using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Functions;
using OpenJd.Expressions.Types;

namespace OpenJd.Expressions.Evaluation;

/// <summary>Says what is wrong with calls. The caller fills in source and place.</summary>
internal static class CallErrors
{
    /// <summary>The function does not exist, or is written as what it is not.</summary>
    public static ExpressionException Unknown(CallSite site)
    {
        var name = site.Name;
        var reason = site.Kind switch
        {
            _ when site.Function is not null => $"{name}() exists only where a session runs, on the worker's host.",
            CallKind.Property when FunctionLibrary.Find(name) is not null =>
                $"'{name}' is a function: call it, as in .{name}().",
            CallKind.Property => $"There is no property '{name}'.",
            _ when FunctionLibrary.FindProperty(name) is not null =>
                $"'{name}' is a property: leave the parentheses out.",
            _ => $"There is no function '{name}'.{NameSuggestion.For(name, FunctionLibrary.Names)}",
        };
        return new ExpressionException(ExpressionErrorKind.Name, reason, default);
    }

    /// <summary>No overload takes arguments of these types.</summary>
    public static ExpressionException NoMatch(CallSite site, ReadOnlySpan<ExpressionType> types)
    {
        var given = string.Join(", ", types.ToArray().Select(type => type.ToString()));
        var overloads = string.Join(", ", site.Function!.Overloads.Select(overload => $"{site.Name}{overload}"));
        var reason = site.Kind switch
        {
            CallKind.Operator when types.Length == 1 => $"'{site.Name}' does not go with {given}.",
            CallKind.Operator => $"'{site.Name}' does not go with {string.Join(" and ", Written(site, types))}.",
            CallKind.Property => $"A value of type {given} has no property '{site.Name}'.",
            CallKind.Method => $"A value of type {types[0]} has no method {site.Name}("
                + $"{string.Join(", ", Rest(types))}). There is {overloads}; "
                + "what stands before the dot is the first argument and is not converted.",
            _ => $"{site.Name}({given}) does not exist. There is {overloads}.",
        };
        return new ExpressionException(ExpressionErrorKind.Type, reason, default);
    }

    private static IEnumerable<string> Written(CallSite site, ReadOnlySpan<ExpressionType> types)
    {
        var written = types.ToArray().Select(type => type.ToString());
        return site.IsContainment ? written.Reverse() : written;
    }

    private static IEnumerable<string> Rest(ReadOnlySpan<ExpressionType> types) =>
        types[1..].ToArray().Select(type => type.ToString());
}
