using OpenJd.Model.Validation;

namespace OpenJd.Model.ParameterSpaces;

/// <summary>Reads the grammar of template schemas §3.4.3. The text's bounded length bounds the depth.</summary>
internal sealed class CombinationParser(string text, IReadOnlyList<string> parameters)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private int _position;

    public CombinationExpression Parse()
    {
        var expression = ReadProduct();
        if (Peek() is { } rest) throw Unexpected(rest, "'*' or the end");
        var missing = parameters.Where(name => !_used.Contains(name)).ToList();
        return missing.Count == 0
            ? expression
            : throw new ParameterSpaceException(
                $"combination leaves out {string.Join(", ", missing)}: each parameter must occur once.");
    }

    private CombinationExpression ReadProduct()
    {
        var factors = new List<CombinationExpression> { ReadElement() };
        while (TryTake('*')) factors.Add(ReadElement());
        return factors.Count == 1 ? factors[0] : new CombinationProduct(factors);
    }

    private CombinationExpression ReadElement()
    {
        if (!TryTake('(')) return ReadName();
        var members = new List<CombinationExpression> { ReadProduct() };
        while (TryTake(',')) members.Add(ReadProduct());
        return TryTake(')') ? new CombinationAssociation(members) : throw Unexpected(Peek(), "',' or ')'");
    }

    private CombinationName ReadName()
    {
        var next = Peek();
        var start = _position;
        while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] == '_'))
            _position++;
        var name = text[start.._position];
        if (name.Length == 0) throw Unexpected(next, "a parameter's name or '('");
        if (!parameters.Contains(name, StringComparer.Ordinal))
        {
            throw new ParameterSpaceException(
                $"combination names '{name}', which is no task parameter.{NearestName.Suggest(name, parameters)}");
        }

        return _used.Add(name)
            ? new CombinationName(name)
            : throw new ParameterSpaceException($"combination names '{name}' twice: each parameter must occur once.");
    }

    private bool TryTake(char expected)
    {
        if (Peek() != expected) return false;
        _position++;
        return true;
    }

    private char? Peek()
    {
        while (_position < text.Length && text[_position] == ' ') _position++;
        return _position < text.Length ? text[_position] : null;
    }

    private ParameterSpaceException Unexpected(char? found, string expected) => new(found is null
        ? $"combination ends where {expected} is expected."
        : $"combination has '{found}' at character {_position + 1} where {expected} is expected.");
}
