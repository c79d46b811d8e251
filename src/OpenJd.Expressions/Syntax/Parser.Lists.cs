using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Nodes;

namespace OpenJd.Expressions.Syntax;

/// <summary>Lists, comprehensions and subscripts.</summary>
internal ref partial struct Parser
{
    private Node ReadList()
    {
        var start = Advance().Start;
        var elements = new List<Node>();
        var names = _names.Mark();
        while (_token.Kind != TokenKind.RightBracket)
        {
            elements.Add(ReadConditional());
            if (_token.Kind == TokenKind.For && elements.Count == 1)
                return ReadComprehension(start, elements[0], names);
            if (_token.Kind != TokenKind.Comma) break;
            Advance();
        }

        Expect(TokenKind.RightBracket, "a comma or ']'");
        return Checked(new ListNode(SpanFrom(start), [.. elements]));
    }

    private ComprehensionNode ReadComprehension(int start, Node element, NameMark elementNames)
    {
        Advance();
        var variable = ReadVariable();
        Expect(TokenKind.In, "'in' and a list or range expression");
        var iterableNames = _names.Mark();
        var iterable = ReadOr();
        var conditionNames = _names.Mark();
        Node? condition = null;
        if (_token.Kind == TokenKind.If)
        {
            Advance();
            condition = ReadOr();
        }

        if (_token.Kind is TokenKind.For or TokenKind.If)
        {
            throw SyntaxError.At(
                _text, _token.Span, "A comprehension has one 'for' and at most one 'if': join conditions with 'and'.");
        }

        Expect(TokenKind.RightBracket, "']'");
        var node = new ComprehensionNode(
            SpanFrom(start), element, Word(variable), variable.Span, iterable, condition)
        {
            Slot = _names.NextSlot(),
        };
        Bind(node, elementNames, iterableNames, conditionNames);
        return Checked(node);
    }

    /// <summary>The element and the condition see the variable, the iterable does not.</summary>
    private readonly void Bind(
        ComprehensionNode node, NameMark elementNames, NameMark iterableNames, NameMark conditionNames)
    {
        var inner = _names.Bind(node, elementNames, iterableNames) ?? _names.Bind(node, conditionNames, _names.Mark());
        _names.AddComprehension(node);
        if (inner is null) return;
        throw SyntaxError.At(
            _text,
            inner.VariableSpan,
            $"The loop variable '{node.Variable}' has the name of the one around it: choose another one.");
    }

    /// <summary>Source: expression language §1.3.7: a lowercase letter or underscore first.</summary>
    private Token ReadVariable()
    {
        if (!_token.IsWord) throw Unexpected("the name of a loop variable");
        var isName = _token.Kind is TokenKind.Name or TokenKind.True or TokenKind.False or TokenKind.Null;
        if (!isName) throw Unexpected("the name of a loop variable");
        if (_text[_token.Start] is not (>= 'a' and <= 'z' or '_'))
        {
            throw SyntaxError.At(
                _text,
                _token.Span,
                $"The loop variable '{Word(_token)}' must begin with a lowercase letter or an underscore.");
        }

        return Advance();
    }

    private readonly string Word(Token token) => _text.Substring(token.Start, token.Length);

    private Node ReadSubscript(int start, Node target)
    {
        var caret = Advance().Start;
        var first = _token.Kind == TokenKind.Colon ? null : ReadConditional();
        if (_token.Kind != TokenKind.Colon)
        {
            Expect(TokenKind.RightBracket, "':' or ']'");
            return Checked(new IndexNode(
                SpanFrom(start), Site("[]", Operators.Item, start, caret), target, first!));
        }

        Advance();
        var stop = ReadBound();
        Node? step = null;
        if (_token.Kind == TokenKind.Colon)
        {
            Advance();
            step = ReadBound();
        }

        Expect(TokenKind.RightBracket, "']'");
        return Checked(new SliceNode(
            SpanFrom(start),
            Site("[:]", Operators.Item, start, caret),
            target,
            first ?? Omitted(),
            stop ?? Omitted(),
            step ?? Omitted()));
    }

    private Node? ReadBound() =>
        _token.Kind is TokenKind.Colon or TokenKind.RightBracket ? null : ReadConditional();

    private readonly LiteralNode Omitted() => new(new TextSpan(_end, 0), Operand.Null, "");
}
