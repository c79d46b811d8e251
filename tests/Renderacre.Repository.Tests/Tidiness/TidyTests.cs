namespace Renderacre.Repository.Tests.Tidiness;

/// <summary>Holds the repository to the rules; each failure lists the places as file:line.</summary>
public sealed class TidyTests
{
    private static IEnumerable<TextFile> Code => RepositoryFiles.Texts.Where(file => file.IsCSharp);

    private static IEnumerable<TextFile> Source =>
        Code.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal));

    [Fact]
    public void Lines_of_code_fit_into_120_columns() => Finding.AssertNone(Code.SelectMany(LineRules.LongLines));

    [Fact]
    public void No_file_has_a_tab() => Finding.AssertNone(RepositoryFiles.Texts.SelectMany(LineRules.Tabs));

    [Fact]
    public void Every_line_ends_with_a_line_feed() =>
        Finding.AssertNone(RepositoryFiles.Texts.SelectMany(LineRules.LineEnds));

    [Fact]
    public void No_code_is_folded_into_regions() => Finding.AssertNone(Code.SelectMany(LineRules.Regions));

    [Fact]
    public void No_file_names_the_machine_it_was_written_on() =>
        Finding.AssertNone(RepositoryFiles.Texts.SelectMany(LineRules.Workplaces));

    [Fact]
    public void No_file_has_reminders() => Finding.AssertNone(RepositoryFiles.Texts.SelectMany(LineRules.Reminders));

    [Fact]
    public void Everything_in_the_source_is_implemented() =>
        Finding.AssertNone(Source.SelectMany(LineRules.NotImplemented));

    [Fact]
    public void No_code_file_passes_800_lines() => Finding.AssertNone(Code.SelectMany(CodeRules.HugeFiles));

    [Fact]
    public void Long_files_and_methods_are_exceptions_with_a_reason() => Finding.AssertNone(Ratchet.Check(
        RepositoryFiles.Read("eng/tidy-exceptions.txt"),
        [.. Code.SelectMany(CodeRules.LongFiles), .. Code.SelectMany(CodeRules.LongMethods)]));

    [Fact]
    public void A_source_file_has_one_public_type() =>
        Finding.AssertNone(Source.SelectMany(CodeRules.SecondPublicTypes));

    [Fact]
    public void No_type_takes_a_name_of_the_base_library() =>
        Finding.AssertNone(Code.SelectMany(CodeRules.TakenTypeNames));

    [Fact]
    public void Folders_are_named_after_what_is_in_them() =>
        Finding.AssertNone(RepositoryFiles.Texts.SelectMany(CodeRules.EmptyNames));

    [Fact]
    public void Documents_name_only_files_that_are_there()
    {
        var paths = RepositoryFiles.Texts.Select(file => file.Path).ToArray();
        Finding.AssertNone(RepositoryFiles.Texts
            .Where(file => file.IsMarkdown)
            .SelectMany(document => DocumentRules.MissingFiles(document, paths)));
    }

    [Theory]
    [InlineData("./dev demo")]
    [InlineData("./dev test")]
    public void The_readme_names_the_command(string command) =>
        Assert.Contains(command, RepositoryFiles.Read("README.md").Lines);
}
