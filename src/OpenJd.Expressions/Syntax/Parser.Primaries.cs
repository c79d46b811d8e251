using System.Text;
using OpenJd.Expressions.Evaluation;
using OpenJd.Expressions.Functions;
using OpenJd.Expressions.Nodes;

namespace OpenJd.Expressions.Syntax;

/// <summary>Names, literals, lists, and what follows them: calls, subscripts, attributes.</summary>
internal ref partial struct Parser
{
    private Node ReadPostfix()
    {
        var start = _token.Start;
        var node = ReadPrimary();
        while (true)
        {
            switch (_token.Kind)
            {
                case TokenKind.Dot: node = ReadMember(start, node); break;
                case TokenKind.LeftBracket: node = ReadSubscript(start, node); break;
                case TokenKind.LeftParenthesis: node = ReadCallOf(start, node); break;
                default: return node;
            }
        }
    }

    private Node ReadPrimary()
    {
        switch (_token.Kind)
        {
            case TokenKind.Name: return ReadName();
            case TokenKind.Int: return ReadInt();
            case TokenKind.Float: return ReadFloat();
            case TokenKind.String: return ReadString();
            case TokenKind.LeftBracket: return ReadList();
            case TokenKind.LeftParenthesis: return ReadParenthesized();
            case TokenKind.True or TokenKind.False or TokenKind.Null:
                return _next.Kind == TokenKind.LeftParenthesis && char.IsAsciiLetterLower(_text[_token.Start])
                    ? ReadName()
                    : ReadConstant();
            default: throw Unexpected("a value");
        }
    }

    /// <summary>
    /// A function call, or a dotted name with the method call behind it: which of its words are properties is seen
    /// when it is evaluated.
    /// </summary>
    private Node ReadName()
    {
        var first = Advance();
        if (_token.Kind == TokenKind.LeftParenthesis) return ReadCall(first);
        List<Token>? more = null;
        while (_token.Kind == TokenKind.Dot && _next.IsWord)
        {
            Advance();
            var word = Advance();
            if (_token.Kind == TokenKind.LeftParenthesis) return ReadMethod(first.Start, NameOf(first, more), word);
            (more ??= []).Add(word);
            if (more.Count >= MaxDepth) throw TooDeep(word.Span);
        }

        return NameOf(first, more);
    }

    private readonly NameNode NameOf(Token first, List<Token>? more)
    {
        Token[] words = more is null ? [first] : [first, .. more];
        var name = new NameNode(_text, words);
        _names.Add(name);
        return name;
    }

    /// <summary>A call of what stands in parentheses, which do not count around a name or an attribute.</summary>
    private Node ReadCallOf(int start, Node callee)
    {
        if (callee is AttributeNode attribute) return ReadMethod(start, attribute.Target, attribute.Word);
        if (callee is NameNode name && _names.TakeBack(name))
        {
            if (name.Words.Length == 1) return ReadCall(name.Words[0]);
            return ReadMethod(start, NameOf(name.Words[0], [.. name.Words[1..^1]]), name.Words[^1]);
        }

        var arguments = ReadArguments();
        return Checked(new NotCallableNode(SpanFrom(start), callee, arguments));
    }

    private FunctionNode ReadCall(Token name)
    {
        var arguments = ReadArguments();
        var called = Word(name);
        _names.AddCall(called);
        var site = new CallSite(
            CallKind.Function, called, FunctionLibrary.Find(called), SpanFrom(name.Start), name.Start);
        return Checked(new FunctionNode(SpanFrom(name.Start), site, arguments));
    }

    private MethodNode ReadMethod(int start, Node receiver, Token name)
    {
        var arguments = ReadArguments();
        var called = Word(name);
        _names.AddCall(called);
        var site = new CallSite(CallKind.Method, called, FunctionLibrary.Find(called), SpanFrom(start), name.Start);
        return Checked(new MethodNode(SpanFrom(start), site, [receiver, .. arguments]));
    }

    private Node ReadMember(int start, Node target)
    {
        Advance();
        if (!_token.IsWord) throw Unexpected("the name of a property or method");
        var word = Advance();
        if (_token.Kind == TokenKind.LeftParenthesis) return ReadMethod(start, target, word);
        return Checked(new AttributeNode(SpanFrom(start), target, Word(word), word));
    }

    private Node[] ReadArguments()
    {
        Advance();
        var arguments = new List<Node>();
        while (_token.Kind != TokenKind.RightParenthesis)
        {
            arguments.Add(ReadConditional());
            if (_token.Kind != TokenKind.Comma) break;
            Advance();
        }

        Expect(TokenKind.RightParenthesis, "a comma or ')'");
        return [.. arguments];
    }

    private Node ReadParenthesized()
    {
        Advance();
        var inner = ReadConditional();
        if (_token.Kind == TokenKind.Comma)
        {
            throw SyntaxError.At(
                _text, _token.Span, "There are no tuples: several values are a list, in brackets.");
        }

        Expect(TokenKind.RightParenthesis, "')'");
        return inner;
    }

    private LiteralNode ReadConstant()
    {
        var token = Advance();
        var value = token.Kind switch
        {
            TokenKind.True => Operand.True,
            TokenKind.False => Operand.False,
            _ => Operand.Null,
        };
        return new LiteralNode(token.Span, value, Word(token));
    }

    private Node ReadInt()
    {
        var token = Advance();
        var source = Word(token);
        var value = NumberLiteral.ReadInt(source);
        if (value <= long.MaxValue) return new LiteralNode(token.Span, Operand.Of((long)value.Value), source);
        return new OverflowNode(token.Span, source, value == (UInt128)long.MaxValue + 1);
    }

    private Node ReadFloat()
    {
        var token = Advance();
        var source = Word(token);
        return NumberLiteral.ReadFloat(source) is { } value
            ? new LiteralNode(token.Span, value, source)
            : new OverflowNode(token.Span, source, isSmallestNegated: false);
    }

    /// <summary>A text, or several side by side, which are one as in Python.</summary>
    private LiteralNode ReadString()
    {
        var first = Advance();
        var value = StringLiteral.Read(_text, first);
        if (_token.Kind == TokenKind.String) value += ReadMoreStrings();
        var span = SpanFrom(first.Start);
        return new LiteralNode(span, Operand.Of(value), _text.Substring(span.Start, span.Length));
    }

    private string ReadMoreStrings()
    {
        var more = new StringBuilder();
        while (_token.Kind == TokenKind.String) more.Append(StringLiteral.Read(_text, Advance()));
        return more.ToString();
    }
}
