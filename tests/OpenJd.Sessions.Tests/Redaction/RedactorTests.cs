using System.Text;
using OpenJd.Sessions.Redaction;

namespace OpenJd.Sessions.Tests.Redaction;

public sealed class RedactorTests
{
    [Theory]
    [InlineData("the key is s3cret.", "the key is ********.")]
    [InlineData("s3crets3cret", "********")]
    [InlineData("s3cret s3cret", "******** ********")]
    [InlineData("s3cre t", "s3cre t")]
    [InlineData("", "")]
    public void A_secret_is_replaced_wherever_it_stands(string text, string shown)
    {
        var redactor = With("s3cret");
        Assert.Equal(shown, redactor.Redact(text));
    }

    [Fact]
    public void Secrets_that_overlap_leave_nothing_of_either()
    {
        var redactor = With("abcd", "cdef");
        Assert.Equal("x********y", redactor.Redact("xabcdefy"));
        Assert.Equal("x********y", redactor.Redact("xabcdy"));
    }

    [Fact]
    public void The_mask_does_not_tell_the_length()
    {
        var redactor = With("ab", new string('z', 500));
        Assert.Equal("******** ********", redactor.Redact($"ab {new string('z', 500)}"));
    }

    [Fact]
    public void Each_line_of_a_value_is_a_secret_and_blank_ones_are_none()
    {
        var redactor = With("first\nsecond\r\n \n\nthird");
        Assert.Equal("******** and ******** or ******** end", redactor.Redact("first and second or third end"));
        Assert.Equal("a  b", redactor.Redact("a  b"));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_kept()
    {
        var redactor = With("k");
        byte[] bytes = [0xFF, 0x00, (byte)'k', 0xFE];
        Assert.Equal(
            [0xFF, 0x00, .. Encoding.UTF8.GetBytes(Redactor.Mask), 0xFE], redactor.Redact(bytes.AsSpan()).ToArray());
    }

    [Theory]
    [InlineData("....abc", 7, 4)]
    [InlineData("....ab", 6, 4)]
    [InlineData("....abcdef", 10, 10)]
    [InlineData("..abcdef..", 5, 2)]
    [InlineData("..abcdef..", 8, 8)]
    [InlineData("abc", 3, 3)]
    public void A_line_is_not_cut_in_a_secret_nor_in_what_may_become_one(string piece, int cut, int expected) =>
        Assert.Equal(expected, With("abcdef").CutBefore(Encoding.UTF8.GetBytes(piece), cut));

    [Fact]
    public void A_session_cannot_have_secrets_without_end()
    {
        var redactor = new Redactor();
        Assert.True(redactor.TryAdd(string.Join('\n', Enumerable.Range(1000, Redactor.SecretsMax))));
        Assert.True(redactor.TryAdd("1000"));
        Assert.False(redactor.TryAdd("one too many"));
    }

    private static Redactor With(params string[] secrets)
    {
        var redactor = new Redactor();
        Assert.All(secrets, secret => Assert.True(redactor.TryAdd(secret)));
        return redactor;
    }
}
