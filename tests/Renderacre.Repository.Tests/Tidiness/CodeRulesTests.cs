namespace Renderacre.Repository.Tests.Tidiness;

public sealed class CodeRulesTests
{
    [Fact]
    public void A_file_of_401_lines_is_long_and_one_of_400_is_not()
    {
        Assert.Equal("file a.cs", Assert.Single(CodeRules.LongFiles(FileOf(401))).Key);
        Assert.Empty(CodeRules.LongFiles(FileOf(400)));
    }

    [Fact]
    public void A_file_of_801_lines_is_huge_and_one_of_800_is_not()
    {
        Assert.Single(CodeRules.HugeFiles(FileOf(801)));
        Assert.Empty(CodeRules.HugeFiles(FileOf(800)));
    }

    [Fact]
    public void A_method_of_71_lines_is_long_and_one_of_70_is_not()
    {
        var found = Assert.Single(CodeRules.LongMethods(MethodOf(71)));

        Assert.Equal("method a.cs A.Run", found.Key);
        Assert.Equal("a.cs:3: A.Run has 71 lines, more than 70", found.Finding.ToString());
        Assert.Empty(CodeRules.LongMethods(MethodOf(70)));
    }

    [Fact]
    public void A_second_public_type_is_found()
    {
        var file = new TextFile("a.cs", "namespace N;\npublic class A;\npublic enum B { C }\n");

        Assert.Equal(
            "a.cs:3: B is a second public type: give it a file of its own",
            Assert.Single(CodeRules.SecondPublicTypes(file)).ToString());
    }

    [Fact]
    public void Internal_nested_and_partial_types_may_share_a_file()
    {
        const string text = "public partial class A { public class B; }\ninternal class C;\npublic partial class A;\n";

        Assert.Empty(CodeRules.SecondPublicTypes(new("a.cs", text)));
    }

    [Theory]
    [InlineData("internal class Task;")]
    [InlineData("public enum TaskStatus { A }")]
    [InlineData("public class A { private record Range; }")]
    [InlineData("public delegate void Action();")]
    public void A_name_of_the_base_library_is_found(string text) =>
        Assert.Single(CodeRules.TakenTypeNames(new("a.cs", text + "\n")));

    [Fact]
    public void A_name_that_only_begins_like_one_of_the_base_library_is_free() =>
        Assert.Empty(CodeRules.TakenTypeNames(new("a.cs", "public class TaskInfo;\n")));

    [Theory]
    [InlineData("src/A/Utils/B.cs", 1)]
    [InlineData("src/A/Helpers/B.cs", 1)]
    [InlineData("src/A/Leases/Helpers.cs", 0)]
    public void A_folder_named_after_nothing_is_found(string path, int count) =>
        Assert.Equal(count, CodeRules.EmptyNames(new(path, "")).Count());

    private static TextFile FileOf(int lines) => new("a.cs", string.Concat(Enumerable.Repeat("// x\n", lines)));

    private static TextFile MethodOf(int lines)
    {
        var body = string.Concat(Enumerable.Repeat(";\n", lines - 3));
        return new("a.cs", $"class A\n{{\n    void Run()\n    {{\n{body}    }}\n}}\n");
    }
}
