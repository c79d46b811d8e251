namespace Renderacre.Repository.Tests.Tidiness;

public sealed class RatchetTests
{
    private static readonly RatchetFinding Found = new("file a.cs", new("a.cs", 401, "is long"));

    [Fact]
    public void A_finding_without_an_exception_stands() =>
        Assert.Equal(Found.Finding, Assert.Single(Ratchet.Check(Exceptions("# none\n"), [Found])));

    [Fact]
    public void A_finding_with_an_exception_is_covered() =>
        Assert.Empty(Ratchet.Check(Exceptions("# why\nfile a.cs: one grammar\n"), [Found]));

    [Fact]
    public void An_exception_without_a_reason_is_found() =>
        Assert.Equal("e.txt:1: has no reason: write it as KEY: reason",
            Assert.Single(Ratchet.Check(Exceptions("file a.cs\n"), [Found])).ToString());

    [Fact]
    public void An_exception_that_nothing_needs_is_found() =>
        Assert.Equal("e.txt:2: is not needed any more: file b.cs",
            Assert.Single(Ratchet.Check(Exceptions("file a.cs: one\nfile b.cs: two\n"), [Found])).ToString());

    private static TextFile Exceptions(string text) => new("e.txt", text);
}
