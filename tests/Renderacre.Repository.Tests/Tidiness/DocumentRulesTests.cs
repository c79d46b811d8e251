namespace Renderacre.Repository.Tests.Tidiness;

public sealed class DocumentRulesTests
{
    private static readonly string[] Paths = ["src/A/Leases/Lease.cs", "eng/tidy-exceptions.txt"];

    [Theory]
    [InlineData("`Gone.cs`")]
    [InlineData("`src/B`")]
    [InlineData("`eng/gone.txt`")]
    public void A_name_of_nothing_is_found(string text) =>
        Assert.Equal(2, Assert.Single(DocumentRules.MissingFiles(new("a.md", $"# A\nsee {text}\n"), Paths)).Line);

    [Theory]
    [InlineData("`Lease.cs`")]
    [InlineData("`Leases/Lease.cs`")]
    [InlineData("`src/A/`")]
    [InlineData("`eng/tidy-exceptions.txt`")]
    [InlineData("`src/*/X.cs`")]
    [InlineData("`tests/<Project>.Tests`")]
    [InlineData("`Lease`")]
    public void Names_of_what_is_there_and_names_of_no_file_are_fine(string text) =>
        Assert.Empty(DocumentRules.MissingFiles(new("a.md", text + "\n"), Paths));
}
