using OpenJd.Expressions.Errors;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Functions;
using OpenJd.Expressions.Nodes;

namespace OpenJd.Expressions.Syntax;

/// <summary>
/// Reads an expression by recursive descent, one method for each level of the grammar. Source: expression language
/// §1.1.
/// </summary>
internal ref partial struct Parser
{
    /// <summary>How deep an expression may nest; long chains of operators nest too, one level an operator.</summary>
    public const int MaxDepth = 128;

    /// <summary>How many UTF-16 units an expression may have.</summary>
    public const int MaxLength = 65_536;

    private readonly string _text;
    private readonly NameScope _names = new();
    private Lexer _lexer;
    private Token _token;
    private Token _next;
    private int _end;
    private int _depth;

    private Parser(string text)
    {
        _text = text;
        _lexer = new Lexer(text);
        _token = _lexer.Next();
        _next = _lexer.Next();
    }

    /// <summary>Reads a whole text.</summary>
    /// <returns>The root and the names that it refers to.</returns>
    /// <exception cref="ExpressionException">The text is no expression, or too long or too deep.</exception>
    public static (Node Root, NameScope Names) Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new ExpressionException(
                ExpressionErrorKind.Limit,
                $"An expression has at most {MaxLength} characters, and this one has {text.Length}.",
                text,
                new TextSpan(0, 0),
                0);
        }

        var parser = new Parser(text);
        var root = parser.ReadConditional();
        if (parser._token.Kind != TokenKind.End) throw parser.Unexpected("the end of the expression");
        return (root, parser._names);
    }

    private Node ReadConditional()
    {
        Enter();
        var start = _token.Start;
        var value = ReadOr();
        if (_token.Kind == TokenKind.If)
        {
            Advance();
            var condition = ReadOr();
            Expect(TokenKind.Else, "'else' and the value for when the condition is false");
            var otherwise = ReadConditional();
            value = Checked(new ConditionalNode(SpanFrom(start), value, condition, otherwise));
        }

        _depth--;
        return value;
    }

    private Node ReadOr()
    {
        var start = _token.Start;
        var left = ReadAnd();
        while (_token.Kind == TokenKind.Or)
        {
            var caret = Advance().Start;
            var right = ReadAnd();
            left = Checked(new LogicalNode(SpanFrom(start), isAnd: false, left, right, caret));
        }

        return left;
    }

    private Node ReadAnd()
    {
        var start = _token.Start;
        var left = ReadNot();
        while (_token.Kind == TokenKind.And)
        {
            var caret = Advance().Start;
            var right = ReadNot();
            left = Checked(new LogicalNode(SpanFrom(start), isAnd: true, left, right, caret));
        }

        return left;
    }

    private Node ReadNot()
    {
        if (_token.Kind != TokenKind.Not) return ReadComparison();
        Enter();
        var sign = Advance();
        var operand = ReadNot();
        _depth--;
        var site = Site("not", Operators.Not, sign.Start, sign.Start);
        return Checked(new UnaryNode(SpanFrom(sign.Start), site, operand));
    }

    private Node ReadComparison()
    {
        var start = _token.Start;
        var first = ReadSum();
        if (OperatorTokens.Comparison(_token, _next) is not { } comparison) return first;
        var operands = new List<Node> { first };
        var sites = new List<CallSite>();
        while (true)
        {
            var caret = Advance().Start;
            if (comparison.Name == "not in") Advance();
            operands.Add(ReadSum());
            sites.Add(Site(comparison.Name, comparison.Function, start, caret));
            if (OperatorTokens.Comparison(_token, _next) is not { } another) break;
            comparison = another;
        }

        return Checked(new ComparisonNode(SpanFrom(start), [.. operands], [.. sites]));
    }

    private Node ReadSum()
    {
        var start = _token.Start;
        var left = ReadProduct();
        while (OperatorTokens.Sum(_token.Kind) is { } sum)
        {
            var caret = Advance().Start;
            left = Binary(start, left, sum.Name, sum.Function, caret, ReadProduct());
        }

        return left;
    }

    private Node ReadProduct()
    {
        var start = _token.Start;
        var left = ReadUnary();
        while (OperatorTokens.Product(_token.Kind) is { } product)
        {
            var caret = Advance().Start;
            left = Binary(start, left, product.Name, product.Function, caret, ReadUnary());
        }

        return left;
    }

    private Node ReadUnary()
    {
        if (_token.Kind is not (TokenKind.Minus or TokenKind.Plus)) return ReadPower();
        Enter();
        var sign = Advance();
        var operand = ReadUnary();
        _depth--;
        var span = SpanFrom(sign.Start);
        if (sign.Kind == TokenKind.Plus)
            return Checked(new UnaryNode(span, Site("+", Operators.Plus, sign.Start, sign.Start), operand));

        // The smallest int has no positive counterpart, so its sign belongs to the literal.
        if (operand is OverflowNode { IsSmallestNegated: true })
            return new LiteralNode(span, Operand.Of(long.MinValue), _text.Substring(span.Start, span.Length));
        return Checked(new UnaryNode(span, Site("-", Operators.Negate, sign.Start, sign.Start), operand));
    }

    private Node ReadPower()
    {
        var start = _token.Start;
        var left = ReadPostfix();
        if (_token.Kind != TokenKind.DoubleStar) return left;
        Enter();
        var caret = Advance().Start;
        var right = ReadUnary();
        _depth--;
        return Binary(start, left, "**", Operators.Power, caret, right);
    }

    private BinaryNode Binary(int start, Node left, string name, Function function, int caret, Node right) =>
        Checked(new BinaryNode(SpanFrom(start), Site(name, function, start, caret), left, right));

    private CallSite Site(string name, Function function, int start, int caret) =>
        new(CallKind.Operator, name, function, SpanFrom(start), caret);

    private TextSpan SpanFrom(int start) => new(start, _end - start);

    private Token Advance()
    {
        var taken = _token;
        _end = taken.End;
        (_token, _next) = (_next, _lexer.Next());
        return taken;
    }

    private void Expect(TokenKind kind, string what)
    {
        if (_token.Kind != kind) throw Unexpected(what);
        Advance();
    }

    private void Enter()
    {
        if (++_depth > MaxDepth) throw TooDeep(_token.Span);
    }

    private readonly TNode Checked<TNode>(TNode node)
        where TNode : Node =>
        node.Depth <= MaxDepth ? node : throw TooDeep(node.Span);

    private readonly ExpressionException TooDeep(TextSpan span) => new(
        ExpressionErrorKind.Limit, $"An expression nests at most {MaxDepth} deep.", _text, span, span.Start);

    private readonly ExpressionException Unexpected(string wanted) => SyntaxError.At(
        _text,
        _token.Span,
        _token.Kind switch
        {
            TokenKind.End => $"The expression ends where {wanted} would be right.",
            TokenKind.Reserved => Keywords.HintFor(_text.AsSpan(_token.Start, _token.Length)),
            _ => $"{Shown(_token)} at character {_token.Start + 1} is not expected: {wanted} would be right.",
        });

    private readonly string Shown(Token token)
    {
        const int MaxShown = 40;
        return token.Length <= MaxShown
            ? $"'{_text.Substring(token.Start, token.Length)}'"
            : $"'{_text.Substring(token.Start, MaxShown)}...'";
    }
}
